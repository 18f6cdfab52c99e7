import type { Actor } from './actor';

export interface SessionRequest {
  cookies: Record<string, string | undefined>;
  ip: string;
  userAgent: string | null;
  requestId: string;
}

/**
 * The seam through which the http layer learns who calls: identity, which lies above, plugs itself in at boot.
 * Without it everybody is a stranger.
 */
export class SessionPort {
  private reader: (r: SessionRequest) => Promise<Actor | null> = async () => null;
  plug(reader: (r: SessionRequest) => Promise<Actor | null>): void {
    this.reader = reader;
  }
  read(r: SessionRequest): Promise<Actor | null> {
    return this.reader(r);
  }
}

import type { ServerResponse } from 'node:http';
import type { Config } from '@app/platform';

/** Headers of every answer. The pages' own CSP (with nonces) comes from SvelteKit. */
export function securityHeaders(res: ServerResponse, config: Pick<Config, 'publicUrl'>): void {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('x-frame-options', 'SAMEORIGIN');
  res.setHeader('referrer-policy', 'same-origin');
  res.setHeader('permissions-policy', 'geolocation=(), microphone=(), camera=()');
  res.setHeader('cross-origin-opener-policy', 'same-origin');
  if (config.publicUrl.startsWith('https:'))
    res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

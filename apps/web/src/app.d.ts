import type { Lang } from '$lib/i18n';
import type { ErrorField, ErrorReason } from '$lib/api-error';
import type { Site, Viewer } from '$lib/session';
import type { Shell } from '$lib/server/shell';

declare global {
  namespace App {
    interface Locals {
      lang: Lang;
      largeType: boolean;
      requestId: string;
      /** Asked once per request, on first use. */
      shell: () => Promise<Shell>;
    }
    interface PageData {
      lang: Lang;
      largeType: boolean;
      viewer: Viewer | null;
      site: Site;
      /** A page of one task under the clock (the exam): no navigation that leads away by a slip of the thumb. */
      focus?: boolean;
    }
    interface Error {
      message: string;
      code?: string;
      requestId?: string;
      reasons?: ErrorReason[];
      /** Only from `tryQuery`: what is wrong with which input. */
      fields?: ErrorField[];
    }
  }
}

export {};

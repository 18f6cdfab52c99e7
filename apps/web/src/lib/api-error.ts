export interface ErrorField {
  path: string;
  code: string;
  message: string;
}

export interface ErrorReason {
  code: string;
  message: string;
}

/** What the API refused, in words already fit to show. `NETWORK` = no answer came: the act may or may not have happened. */
export class ApiError extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly fields: ErrorField[];
  readonly reasons: ErrorReason[];
  readonly requestId: string;

  constructor(init: {
    code: string;
    message: string;
    params?: Record<string, unknown>;
    fields?: ErrorField[];
    reasons?: ErrorReason[];
    requestId?: string;
  }) {
    super(init.message);
    this.name = 'ApiError';
    this.code = init.code;
    this.params = init.params ?? {};
    this.fields = init.fields ?? [];
    this.reasons = init.reasons ?? [];
    this.requestId = init.requestId ?? '';
  }

  /** True when nothing is known about the outcome, so the same act may be sent again with the same key. */
  get uncertain(): boolean {
    return this.code === 'NETWORK' || this.code === 'TIMEOUT';
  }

  /** The HTTP status a page should answer with. */
  get status(): number {
    if (/_SIGN_IN_REQUIRED$/.test(this.code)) return 401;
    if (/_(NOT_ALLOWED|SECOND_FACTOR_REQUIRED|WRONG_ROLE)$/.test(this.code)) return 403;
    if (/_NOT_FOUND$/.test(this.code)) return 404;
    if (/_TOO_MANY$/.test(this.code)) return 429;
    if (this.uncertain || /_BUSY$/.test(this.code)) return 503;
    return /(^|_)INTERNAL$|^GRAPHQL_/.test(this.code) ? 500 : 400;
  }
}

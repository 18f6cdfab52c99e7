import { browser } from '$app/environment';
import { tick, untrack } from 'svelte';
import { ApiError, uuid } from './api';
import { t } from './i18n';

type Values = Record<string, unknown>;
type Errors = Record<string, string>;

export interface FormOptions<V extends Values, R> {
  /** Unique on the page; also the name of the draft. Put the record's id in it when editing: `person-${id}`. */
  id: string;
  initial: V;
  /** Never written to the draft. Password, code, ID number. */
  secret?: (keyof V & string)[];
  /** `false`: keep no draft (sign-in, search). */
  draft?: boolean;
  /** Field → sentence. Only what saves a round trip; the API decides. */
  validate?: (values: V) => Partial<Record<keyof V & string, string>> & Errors;
  /** Call `mutate(DOC, vars, { idempotencyKey })` and return what `onSuccess` needs. */
  submit: (values: V, context: { idempotencyKey: string }) => Promise<R>;
  onSuccess?: (result: R, values: V) => void | Promise<void>;
}

export interface Form<V extends Values> {
  readonly id: string;
  values: V;
  /** By field name, the sentence shown at the field. */
  readonly errors: Errors;
  /** In order of the fields, what the summary lists. */
  readonly summary: { path: string; message: string }[];
  /** The refusal itself, when one came (code, reasons, requestId). */
  readonly error: ApiError | null;
  readonly busy: boolean;
  readonly dirty: boolean;
  /** A draft of an earlier visit was put back. */
  readonly restored: boolean;
  /** Grows with each refused try, so the summary knows to take the focus. */
  readonly failures: number;
  submit: (event?: Event) => Promise<void>;
  /** Back to `initial`, draft thrown away. */
  reset: () => void;
  /** For flows that find a problem outside `submit`. */
  fail: (error: ApiError) => void;
}

const plain = <T>(value: T): T => $state.snapshot(value) as T;

/**
 * One form: values, draft, one running submit at a time, and the API's `fields[]` put at their fields. `path` of an API
 * error is matched whole first (`input.name`), then by its last part (`name`).
 */
export function createForm<V extends Values, R>(options: FormOptions<V, R>): Form<V> {
  const key = `kx:draft:${options.id}`;
  const keep = options.draft !== false;
  const initial = structuredClone(options.initial);
  let values = $state(structuredClone(initial));
  let errors = $state<Errors>({});
  let error = $state.raw<ApiError | null>(null);
  let busy = $state(false);
  let restored = $state(false);
  let failures = $state(0);
  let idempotencyKey = '';
  let keyFor = '';

  const publicPart = (all: V): Values =>
    Object.fromEntries(
      Object.entries(all).filter(([name, value]) => !options.secret?.includes(name) && !hasFile(value)),
    );
  const dropDraft = () => browser && sessionStorage.removeItem(key);

  if (browser && keep) {
    // After hydration, or the restored values would differ from the server's markup.
    $effect(() => {
      try {
        const saved = sessionStorage.getItem(key);
        if (saved) {
          untrack(() => Object.assign(values, JSON.parse(saved)));
          restored = true;
        }
      } catch {
        dropDraft();
      }
      return $effect.root(() => {
        $effect(() => {
          const now = JSON.stringify(publicPart(plain(values) as V));
          if (now === JSON.stringify(publicPart(initial))) dropDraft();
          else sessionStorage.setItem(key, now);
        });
      });
    });
  }

  function fail(cause: ApiError) {
    error = cause;
    const next: Errors = {};
    for (const field of cause.fields) {
      const last = field.path.split('.').at(-1) ?? field.path;
      next[field.path in values ? field.path : last] ??= field.message;
    }
    errors = next;
    failures += 1;
  }

  async function submit(event?: Event) {
    event?.preventDefault();
    if (busy) return;
    const sent = plain(values) as V;
    const found = Object.entries(options.validate?.(sent) ?? {}).filter(([, message]) => message) as [string, string][];
    error = null;
    errors = Object.fromEntries(found);
    if (found.length) {
      failures += 1;
      return;
    }
    // The same act sent again after silence carries the same key, so it cannot happen twice.
    const fingerprint = JSON.stringify(sent);
    if (!idempotencyKey || keyFor !== fingerprint) idempotencyKey = uuid();
    keyFor = fingerprint;
    busy = true;
    try {
      const result = await options.submit(sent, { idempotencyKey });
      idempotencyKey = '';
      dropDraft();
      await options.onSuccess?.(result, sent);
      await tick();
      dropDraft();
    } catch (cause) {
      if (!(cause instanceof ApiError)) {
        // redirect() and goto() of Kit pass through; anything else is ours to explain.
        if (!(cause instanceof Error)) throw cause;
        console.error(cause);
        fail(new ApiError({ code: 'INTERNAL', message: t('common.error.internal') }));
        return;
      }
      if (!cause.uncertain) idempotencyKey = '';
      fail(cause);
    } finally {
      busy = false;
    }
  }

  return {
    id: options.id,
    get values() {
      return values;
    },
    set values(next) {
      values = next;
    },
    get errors() {
      return errors;
    },
    get summary() {
      return Object.entries(errors).map(([path, message]) => ({ path, message }));
    },
    get error() {
      return error;
    },
    get busy() {
      return busy;
    },
    get dirty() {
      return JSON.stringify(plain(values)) !== JSON.stringify(initial);
    },
    get restored() {
      return restored;
    },
    get failures() {
      return failures;
    },
    submit,
    reset() {
      values = structuredClone(initial);
      errors = {};
      error = null;
      restored = false;
      dropDraft();
    },
    fail,
  };
}

function hasFile(value: unknown): boolean {
  if (typeof File === 'undefined') return false;
  return value instanceof File || (Array.isArray(value) && value.some((item) => item instanceof File));
}

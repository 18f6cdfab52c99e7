import { AsyncLocalStorage } from 'node:async_hooks';

export type Lang = 'zh-CN' | 'en';

/** What travels with one request or one job: for log lines, error texts and statement counts. */
export interface RequestContext {
  requestId: string;
  lang: Lang;
  actorId?: string;
  statements: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  run: <T>(context: Omit<RequestContext, 'statements'>, fn: () => T): T =>
    storage.run({ ...context, statements: 0 }, fn),
  enter: (context: Omit<RequestContext, 'statements'>): void => storage.enterWith({ ...context, statements: 0 }),
  get: (): RequestContext | undefined => storage.getStore(),
  lang: (): Lang => storage.getStore()?.lang ?? 'zh-CN',
  countStatement: (): void => {
    const c = storage.getStore();
    if (c) c.statements++;
  },
};

import {
  defineErrors,
  DomainError,
  type ErrorText,
  type FieldFault,
  formatMessage,
  kernelErrors,
  type Reason,
} from '@app/kernel';
import { type Lang, requestContext } from './log/context';

export const platformErrors = defineErrors({
  PLATFORM_SIGN_IN_REQUIRED: {
    zh: '请先登录，再继续刚才的操作。你填写的内容还在本页。',
    en: 'Please sign in to go on. What you typed is still on this page.',
    http: 401,
  },
  PLATFORM_NOT_ALLOWED: {
    zh: '你当前的身份没有这项权限。如有其他身份，可在右上角切换；否则请联系本单位管理员。',
    en: 'Your current role does not allow this. Switch role at the top right, or ask your administrator.',
    http: 403,
  },
  PLATFORM_NOT_FOUND: {
    zh: '没有找到这项内容，或它不在你的管辖范围内。',
    en: 'This was not found, or it lies outside your area.',
    http: 404,
  },
  PLATFORM_CONFLICT: {
    zh: '刚才有人修改了同一内容，你的修改没有保存。请刷新后核对再提交。',
    en: 'Somebody changed this just now; your change was not saved. Refresh, check, and submit again.',
    http: 409,
  },
  PLATFORM_KEY_REUSED: {
    zh: '这次提交与之前的一次编号相同但内容不同，已拒绝。请刷新页面后重新提交。',
    en: 'This submission repeats an earlier number with other content and was refused. Reload and submit again.',
    http: 409,
  },
  PLATFORM_BUSY: {
    zh: '同时操作的人较多，本次没有保存。请稍等几秒再提交，你填写的内容还在。',
    en: 'Too many people act at once; this was not saved. Wait a few seconds and submit again.',
    http: 503,
  },
  PLATFORM_INVALID_INPUT: {
    zh: '有 {count} 处填写需要更正，其余内容已保留。',
    en: '{count} entries need correction; the rest is kept.',
    http: 400,
  },
  PLATFORM_TOO_MANY: {
    zh: '操作次数超过限制（{limit} 次），请 {minutes} 分钟后再试。',
    en: 'Over the limit of {limit} tries. Please try again in {minutes} minutes.',
    http: 429,
  },
  PLATFORM_INTERNAL: {
    zh: '服务器遇到问题，本次操作没有保存，已有数据不受影响。请稍后重试；如仍不行，请把编号告诉管理员。',
    en: 'The server met a problem; this act was not saved and existing data are safe. Try again later, or give the number to your administrator.',
    http: 500,
  },
  PLATFORM_FILE_TOO_LARGE: {
    zh: '文件超过 {limit} MB，没有上传。请压缩或拆分后再传。',
    en: 'The file is over {limit} MB and was not uploaded.',
    http: 413,
  },
  PLATFORM_FILE_TYPE: {
    zh: '不支持这种文件，或文件内容与扩展名不符。可上传：{allowed}。',
    en: 'This kind of file is not accepted, or its content does not match its name. Accepted: {allowed}.',
    http: 415,
  },
  PLATFORM_QUERY_LIMIT: {
    zh: '请求过于复杂，已拒绝（{limit}）。',
    en: 'The request is too complex and was refused ({limit}).',
    http: 400,
  },
  PLATFORM_JOB_NOT_CANCELLABLE: {
    zh: '这项任务已经结束，不能取消。',
    en: 'This job has ended and cannot be cancelled.',
    http: 409,
  },
});

/** Texts of all libs, by code. Each lib registers its own when its module is loaded. */
class ErrorCatalogue {
  private readonly texts = new Map<string, ErrorText>(Object.entries({ ...kernelErrors, ...platformErrors }));
  register(texts: Record<string, ErrorText>): void {
    for (const [code, text] of Object.entries(texts)) this.texts.set(code, text);
  }
  text(code: string, params: Record<string, unknown> = {}, lang: Lang = requestContext.lang()): string | undefined {
    const t = this.texts.get(code);
    return t && formatMessage(lang === 'en' ? t.en : t.zh, params);
  }
  http(code: string): number {
    return this.texts.get(code)?.http ?? 409;
  }
  codes(): string[] {
    return [...this.texts.keys()];
  }
}
export const errorCatalogue = new ErrorCatalogue();

/** A thrower bound to one lib's table: an unknown code does not compile. Registers the table as well. */
export const errorsOf = <T extends Record<string, ErrorText>>(texts: T) => {
  errorCatalogue.register(texts);
  return (
    code: keyof T & string,
    params: Record<string, unknown> = {},
    more: { fields?: FieldFault[]; reasons?: Reason[] } = {},
  ): DomainError => new DomainError(code, params, more.fields ?? [], more.reasons ?? []);
};

export const notFound = () => new DomainError('PLATFORM_NOT_FOUND');
export const notAllowed = () => new DomainError('PLATFORM_NOT_ALLOWED');

import { defineErrors } from '@app/kernel';

/** Faults of the data, the template or the issuer: repeating the job does not help. */
export const paperErrors = defineErrors({
  CREDENTIALS_PAPER_BAD_DATA: {
    zh: '证书内容不完整或有误。',
    en: 'The data of the certificate are incomplete or wrong.',
    http: 400,
  },
  CREDENTIALS_PAPER_TEMPLATE_UNKNOWN: {
    zh: '证书模板“{version}”不存在。',
    en: 'There is no certificate template {version}.',
    http: 400,
  },
  CREDENTIALS_PAPER_GLYPH_MISSING: {
    zh: '字库缺少以下字符，无法制证：{characters}。请安装补充字体后重试。',
    en: 'The fonts have no glyph for {characters}. Install a further font and try again.',
    http: 422,
  },
  CREDENTIALS_PAPER_TOO_LONG: {
    zh: '证书内容过长，一页排不下。',
    en: 'The text is too long for one page.',
    http: 422,
  },
  CREDENTIALS_PAPER_TEMPLATE_BROKEN: {
    zh: '证书模板“{version}”有误：{detail}',
    en: 'The certificate template {version} is broken: {detail}',
    http: 500,
  },
  CREDENTIALS_ISSUER_UNUSABLE: {
    zh: '发证密钥或证书不可用：{faults}。',
    en: 'The issuer key or certificate cannot be used: {faults}.',
    http: 500,
  },
});

export type PaperErrorCode = keyof typeof paperErrors;

/** The render process died, hung or was closed: nothing is wrong with the certificate, so the job may run again. */
export class RenderInterrupted extends Error {
  constructor(
    readonly why: 'TIMEOUT' | 'CRASH' | 'CLOSED',
    detail: string,
  ) {
    super(`certificate rendering interrupted (${why}): ${detail}`);
    this.name = 'RenderInterrupted';
  }
}

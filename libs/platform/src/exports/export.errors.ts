import { defineErrors } from '@app/kernel';
import { errorsOf } from '../platform.errors';

export const exportErrors = defineErrors({
  PLATFORM_EXPORT_PURPOSE: {
    zh: '请写明导出用途，{least} 到 {most} 个字。名单含个人信息，用途会留痕。没有开始导出。',
    en: 'Say what the table is for, in {least} to {most} characters. It holds personal data, so the purpose is kept. Nothing was exported.',
    http: 400,
  },
  PLATFORM_EXPORT_TOO_MANY: {
    zh: '符合条件的有 {total} 行，一次最多导出 {max} 行。没有开始导出，请缩小筛选范围后再试。',
    en: '{total} rows match; at most {max} can be exported at once. Nothing was exported; narrow the filter and try again.',
    http: 413,
  },
});
export const exportFault = errorsOf(exportErrors);

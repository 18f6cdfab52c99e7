import { defineErrors } from '@app/kernel';
import { errorsOf } from '../platform.errors';

export const sheetErrors = defineErrors({
  PLATFORM_SHEET_UNREADABLE: {
    zh: '这个文件打不开，可能已损坏、加了密码或不是真正的表格。没有导入任何数据。请用 Excel 或 WPS 打开后另存为 .xlsx 再传。',
    en: 'This file cannot be opened: it may be damaged, protected by a password, or no real table. Nothing was imported. Open it in Excel, save it as .xlsx, and upload again.',
    http: 400,
  },
  PLATFORM_SHEET_TOO_LARGE: {
    zh: '表格解压后超过 {limitMb} MB，已拒绝读取，没有导入任何数据。请删去图片和空白区域，或拆成几个文件。',
    en: 'Unpacked, this table is over {limitMb} MB and was not read; nothing was imported. Remove pictures and empty areas, or split it.',
    http: 413,
  },
  PLATFORM_SHEET_TOO_MANY_ROWS: {
    zh: '表格有 {rows} 行数据，一次最多 {max} 行。没有导入任何数据，请拆成几个文件。',
    en: 'The table has {rows} rows of data; at most {max} at once. Nothing was imported; split it into several files.',
    http: 413,
  },
  PLATFORM_SHEET_EMPTY: {
    zh: '表格里没有数据行，没有导入任何数据。请从模板第 3 行（示例行之后）开始填写。',
    en: 'The table has no rows of data; nothing was imported. Fill it in below the sample row of the template.',
    http: 400,
  },
  PLATFORM_SHEET_COLUMNS_MISSING: {
    zh: '表格缺少必填列：{columns}。没有导入任何数据。请核对表头文字，或下载最新模板；列的顺序不限。',
    en: 'The table lacks required columns: {columns}. Nothing was imported. Check the headings or download the newest template; the order of columns does not matter.',
    http: 400,
  },
});
export const sheetFault = errorsOf(sheetErrors);

export { type Cell, cleanText, dayFromText, guardFormula } from './cell';
export { type OpenSheet, openSheet, type StreamedRow } from './open-sheet';
export { type ReadSheet, readSheet, type SheetRow } from './read-sheet';
export { sheetErrors } from './sheet.errors';
export { inLang, type SheetColumn, type SheetLang, type SheetTemplate } from './template';
export {
  type ReturnedRow,
  type Table,
  type TableColumn,
  writeReturned,
  writeTable,
  writeTemplate,
  XLSX,
} from './write-sheet';

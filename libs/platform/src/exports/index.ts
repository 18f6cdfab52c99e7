export {
  beijingTime,
  type ExportColumn,
  EXPORTERS,
  ExportsList,
  exportWord,
  type ExportWords,
  filterNote,
  type ListExport,
  ListExports,
} from './list-export';
export { MOST_ROWS } from './order-list-export';

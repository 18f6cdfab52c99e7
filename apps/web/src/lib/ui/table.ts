export interface Column<T> {
  key: string;
  label: string;
  /** Text of the cell. Absent: `String(row[key])`, or the `cell` snippet when it draws this key. */
  text?: (row: T) => string | number | null | undefined;
  align?: 'left' | 'right';
  sortable?: boolean;
  /** The name of the row: heading of the card on a phone, link when `rowHref` is given. Default the first column. */
  primary?: boolean;
  /** Drawn by the `cell` snippet. */
  custom?: boolean;
  class?: string;
}

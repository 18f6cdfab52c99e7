interface Connection {
  query(sql: string, values?: unknown): Promise<unknown>;
}
/** Candidates with live sessions and a running exam window of five hours, straight into the tables. */
export function examWorld(
  db: Connection,
  count: number,
): Promise<{ sessionId: string; candidates: { cookie: string; accountId: string; personId: string }[] }>;

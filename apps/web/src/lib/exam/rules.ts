const NAMED = [
  'durationMinutes',
  'passPercent',
  'lateLimitMinutes',
  'graceSeconds',
  'maxAttempts',
  'lateUploadHours',
] as const;
type Named = (typeof NAMED)[number];

/** The rule sources that have a name on pages. */
export const namedSources = (sources: { path: string; source: string }[]): { path: Named; source: string }[] =>
  sources.flatMap((s) => (NAMED.includes(s.path as Named) ? [{ path: s.path as Named, source: s.source }] : []));

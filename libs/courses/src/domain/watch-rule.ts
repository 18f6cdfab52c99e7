/** How watched and read time is counted, in plain numbers. Kept with each player session by its version. */
export interface WatchRule {
  version: string;
  /** seconds between two heartbeats of a playing page */
  heartbeatSeconds: number;
  /** what a heartbeat may claim of the wall time since the last one, in per cent: clocks and networks are not even */
  tolerancePercent: number;
  /** wall time not used by one heartbeat that the next may use, in ms: a late heartbeat is followed by an early one */
  carryMs: number;
  /** longest silence of which the wall time still counts, in ms */
  windowMs: number;
  /** how far past the furthest seen point a stretch may begin on the first view, in ms */
  slackMs: number;
  /** claimed time over the possible that marks a heartbeat as implausible, in ms (2.4.2) */
  suspectMs: number;
  /** a page that shows no sign of a reader stops counting after these seconds */
  idleSeconds: number;
  /** shortest time a page of a document must be in view, in ms */
  pageMs: number;
}

type Figure = Exclude<keyof WatchRule, 'version'>;
const FIGURES: Figure[] = [
  'heartbeatSeconds',
  'tolerancePercent',
  'carryMs',
  'windowMs',
  'slackMs',
  'suspectMs',
  'idleSeconds',
  'pageMs',
];

/** A version as content/courses/rules.json and the table hold it: every figure with its source. */
export type WatchRuleContent = Record<Figure, { value: number; source: string }> & {
  version: string;
  effectiveFrom: string;
  title: { zh: string; en: string };
};

/** @throws Error naming the figure that is no whole number ≥ 0 */
export function watchRuleOf(content: WatchRuleContent): WatchRule {
  const figures = FIGURES.map((f) => {
    const value = content[f]?.value;
    if (!Number.isInteger(value) || value < 0) throw new Error(`${content.version}: ${f} must be a whole number`);
    return [f, value] as const;
  });
  return { version: content.version, ...Object.fromEntries(figures) } as WatchRule;
}

/** Wall time a heartbeat may spend: since the last accepted one, within the window, plus what was carried over. */
export function wallBudget(rule: WatchRule, player: { lastBeatAt: Date; carryMs: number }, now: Date): number {
  const elapsed = Math.max(0, now.getTime() - player.lastBeatAt.getTime());
  return Math.min(elapsed, rule.windowMs) + player.carryMs;
}

/** What the next heartbeat inherits. */
export const carryOver = (rule: WatchRule, leftMs: number): number => Math.max(0, Math.min(leftMs, rule.carryMs));

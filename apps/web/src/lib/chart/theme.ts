/** ECharts takes colours, not variables: the tokens of app.css, read once from the page. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--color-${name}`).trim();

export const SERIES = ['brand-500', 'map-short', 'info', 'ink-soft'] as const;
/** A second mark beside colour. */
export const DASHES = ['solid', 'dashed', 'dotted', 'solid'] as const;

export const fontSize = (): number => 0.8125 * parseFloat(getComputedStyle(document.documentElement).fontSize);

export const base = () => ({
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: fontSize(), color: token('ink') },
  tooltip: {
    backgroundColor: token('surface'),
    borderColor: token('line'),
    textStyle: { color: token('ink'), fontSize: fontSize() },
    confine: true,
  },
});

/** Values in a tooltip are names people typed; ECharts writes tooltips as HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

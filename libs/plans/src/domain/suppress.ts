/** A figure of a region and its parts, as they are published. */
export interface FigureNode {
  code: string;
  count: number;
  parts: FigureNode[];
}

/**
 * Which figures must not be shown, so that nobody can tell single people from them (counts of 1 to `least` − 1; zero may
 * be shown). Where only one part of a shown whole would be hidden, subtraction gives it away: the smallest other part
 * that is not zero is hidden with it. Under a hidden region everything is hidden.
 * @param least integer ≥ 1: the smallest count that may be shown
 * @returns codes of the hidden figures
 */
export function hiddenFigures(root: FigureNode, least: number): Set<string> {
  const hidden = new Set<string>();
  if (small(root.count, least)) hideAll(root, hidden);
  else hideParts(root, least, hidden);
  return hidden;
}

const small = (count: number, least: number): boolean => count > 0 && count < least;

function hideParts(node: FigureNode, least: number, hidden: Set<string>): void {
  const out = node.parts.filter((p) => small(p.count, least));
  if (out.length === 1) {
    const [next] = node.parts
      .filter((p) => p !== out[0] && p.count > 0)
      .sort((a, b) => a.count - b.count || a.code.localeCompare(b.code));
    if (next) out.push(next);
  }
  for (const part of node.parts) {
    if (out.includes(part)) hideAll(part, hidden);
    else hideParts(part, least, hidden);
  }
}

function hideAll(node: FigureNode, hidden: Set<string>): void {
  hidden.add(node.code);
  for (const part of node.parts) hideAll(part, hidden);
}

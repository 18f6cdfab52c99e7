import { sha256Hex } from '@app/kernel';

/** A repeatable stream of numbers: the demo organisation must be the same on every machine. Not for secrets. */
export class Seeded {
  private state: number;

  constructor(seed: string) {
    this.state = parseInt(sha256Hex(seed).slice(0, 8), 16);
  }

  /** mulberry32: 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** whole number, both ends included */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let x = this.next() * list.reduce((s, [, w]) => s + w, 0);
    for (const [value, w] of list) if ((x -= w) < 0) return value;
    return list.at(-1)![0];
  }
}

const TIME = Date.parse('2026-01-05T00:00:00Z').toString(16).padStart(12, '0');

/** The same name always gives the same id, shaped as `newId` makes them: a second run inserts nothing twice. */
export function demoId(kind: string, key: string): string {
  const h = sha256Hex(`kangxun demo ${kind} ${key}`);
  const variant = ((parseInt(h.slice(3, 5), 16) & 0x3f) | 0x80).toString(16);
  return `${TIME.slice(0, 8)}-${TIME.slice(8)}-7${h.slice(0, 3)}-${variant}${h.slice(5, 7)}-${h.slice(7, 19)}`;
}

/** Splits a whole by weights so that the parts sum to it (largest remainder). */
export function apportion(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (total * w) / sum);
  const parts = exact.map(Math.floor);
  const order = exact.map((x, i) => [x - parts[i]!, i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let left = total - parts.reduce((a, b) => a + b, 0), k = 0; left > 0; left--, k++) parts[order[k]![1]]!++;
  return parts;
}

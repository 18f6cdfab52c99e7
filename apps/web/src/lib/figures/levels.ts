/** Five classes of equal width between the lowest and the highest rate; null where none is shown. */
export function levels(rates: (string | null)[]): (1 | 2 | 3 | 4 | 5 | null)[] {
  const known = rates.flatMap((r) => (r === null ? [] : [Number(r)]));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return rates.map((r) => {
    if (r === null) return null;
    if (high === low) return 3;
    return Math.min(5, 1 + Math.floor(((Number(r) - low) / (high - low)) * 5)) as 1 | 2 | 3 | 4 | 5;
  });
}

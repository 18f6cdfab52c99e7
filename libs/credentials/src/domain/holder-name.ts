/** A typed holder name as compared: full-width, spaces and the dots of ethnic names (·•．.) do not count. */
export const comparableName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•‧・∙⋅.]/gu, '')
    .toLowerCase();

export const sameName = (a: string, b: string): boolean =>
  comparableName(a) !== '' && comparableName(a) === comparableName(b);

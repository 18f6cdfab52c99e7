/** Kinds of lists by who may bring them in; the API checks again. */
export type ImportKindCode = 'PEOPLE' | 'INSTITUTIONS' | 'UNITS' | 'DESIGNATIONS' | 'POPULATIONS' | 'MEMBERS';

const OWN: ImportKindCode[] = ['PEOPLE', 'UNITS'];
const AREA: ImportKindCode[] = ['PEOPLE', 'INSTITUTIONS', 'UNITS', 'DESIGNATIONS', 'MEMBERS'];

export const importKinds = (role: string): ImportKindCode[] =>
  role === 'PROVINCE_OFFICER' ? [...AREA, 'POPULATIONS'] : role.endsWith('_OFFICER') ? AREA : OWN;

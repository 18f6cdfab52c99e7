import { contentText } from './csv';
import type { Seeded } from './random';

export const NAMES_FILE = 'demo/names.json';

interface ContentInstitution {
  code: string;
  name: string;
  countyCode: string;
  type: string;
  level: string;
  grade: string;
  ownership: 'PUBLIC' | 'PRIVATE';
  adminLevel: string;
  departments: string[];
}

interface DemoContent {
  persons: {
    familyNames: { name: string; weight: number }[];
    givenCharacters: { first: string[]; secondMale: string[]; secondFemale: string[] };
  };
  departments: { code: string; label: { zh: string }; kind: string }[];
  institutions: ContentInstitution[];
}

/** `content/demo/names.json`: made-up institutions, and characters for made-up names. */
export const demoContent = (): DemoContent => JSON.parse(contentText(NAMES_FILE)) as DemoContent;

/** Family name and two characters, by the pattern of the content file. */
export function demoName(content: DemoContent['persons'], random: Seeded, sex: 'M' | 'F'): string {
  const g = content.givenCharacters;
  const family = random.weighted(content.familyNames.map((f) => [f.name, f.weight] as const));
  return family + random.pick(g.first) + random.pick(sex === 'M' ? g.secondMale : g.secondFemale);
}

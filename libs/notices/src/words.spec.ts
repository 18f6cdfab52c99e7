import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGE_CODES, OUTCOMES, TASK_CODES } from './domain/duty';

const ROOT = join(__dirname, '../../..');
const area = (lang: string, name: string): Set<string> => {
  const text = readFileSync(join(ROOT, `apps/web/src/lib/i18n/${lang}/${name}.ts`), 'utf8');
  return new Set([...text.matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)].map((m) => m[1] ?? m[2]!));
};

/** Events written into histories, with the subject they are written to, as far as the source names them by literal. */
function steps(): { subject: string; event: string; file: string }[] {
  const files = readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((f) => f.endsWith('.ts') && !/spec\.ts$/.test(f))
    .flatMap((file) => {
      const source = readFileSync(join(ROOT, 'libs', file), 'utf8');
      return [...source.matchAll(/\.timeline\(\{?([\s\S]{0,400}?)\}\)/g)].flatMap(([, body]) => {
        const subject = /subjectType: '([^']+)'/.exec(body!)?.[1];
        const named = /event:([\s\S]*?)(?=,\s*\w+(?::|,|\s*$)|,?\s*$)/.exec(body!)?.[1] ?? '';
        const literals = [
          ...named
            .replace(/=== '[^']+'/g, '')
            .split('details')[0]!
            .matchAll(/'([\w.-]+)'/g),
        ];
        return subject ? literals.map((m) => ({ subject, event: m[1]!, file })) : [];
      });
    });
}
const OWN: Record<string, [string, string]> = {
  enrolment: ['classes', 'step'],
  training_class: ['classes', 'event'],
  base_accreditation: ['bases', 'event'],
  person: ['peopleDesk', 'step'],
  correction: ['people', 'step'],
  institution: ['places', 'event'],
  consortium: ['places', 'event'],
  region: ['places', 'event'],
  plan_target: ['indicators', 'event'],
};

describe.each(['zh-CN', 'en'])('the words of %s', (lang) => {
  const tasks = area(lang, 'tasks');

  test('name every to-do, its help, its act, every outcome and every message', () => {
    const wanted = [
      ...TASK_CODES.flatMap((c) => [`task.${c}`, `help.${c}`, `act.${c}`]),
      ...OUTCOMES.map((c) => `outcome.${c}`),
      ...MESSAGE_CODES.flatMap((c) => [`note.${c}`, `text.${c}`]),
    ];
    expect(wanted.filter((k) => !tasks.has(k))).toEqual([]);
  });

  test('name every step any capability writes into a history', () => {
    const found = steps();
    expect(found.length).toBeGreaterThan(25);
    const nameless = found.filter(({ subject, event }) => {
      const [name, prefix] = OWN[subject] ?? ['tasks', 'event'];
      return !area(lang, name).has(`${prefix}.${event}`) && !tasks.has(`event.${event}`);
    });
    expect(nameless).toEqual([]);
  });
});

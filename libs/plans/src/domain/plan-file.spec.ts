import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOf, readPlanFile } from './plan-file';

const content = join(__dirname, '../../../../content');
const read = (name: string) => readFileSync(join(content, name), 'utf8');
const measures = (JSON.parse(read('rules/indicators-v1.json')) as { measures: { code: string }[] }).measures.map(
  (m) => m.code,
);
const liaoning = JSON.parse(read('plans/liaoning-2022-2025.json')) as Record<string, unknown> & {
  targets: Record<string, unknown>[];
};
const faultsOf = (change: (p: typeof liaoning) => void) => {
  const plan = structuredClone(liaoning);
  change(plan);
  return readPlanFile(JSON.stringify(plan), measures).faults.map((f) => `${f.path} ${f.code}`);
};

describe('a plan is read from its file', () => {
  it.each(['plans/liaoning-2022-2025.json', 'plans/shanxi-2021-2025.json'])('%s has no fault', (name) => {
    expect(readPlanFile(read(name), measures).faults).toEqual([]);
  });

  it('every fault is named at once, by its place', () => {
    expect(
      faultsOf((p) => {
        p['periodEnd'] = '2020-01-01';
        p.targets[0]!['value'] = '6人';
        p.targets[1]!['id'] = 'IND-L1';
        p.targets[2]!['op'] = 'MORE';
        p.targets[9]!['valueMax'] = '1';
        p.targets[3]!['code'] = 'NEVER_HEARD_OF';
      }),
    ).toEqual([
      'periodEnd PLANS_FILE_PERIOD',
      'targets.1.id PLANS_FILE_TWICE',
      'targets.0.value PLANS_FILE_NUMBER',
      'targets.2.op PLANS_FILE_CHOICE',
      'targets.3.code PLANS_FILE_MEASURE',
      'targets.9.valueMax PLANS_FILE_RANGE',
    ]);
  });

  it('a target of an unknown code may bring a measure of its own', () => {
    expect(
      faultsOf((p) => {
        p.targets[4]!['code'] = 'OUR_OWN';
        p.targets[4]!['measure'] = { kind: 'INSTITUTIONS' };
      }),
    ).toEqual([]);
  });

  it.each(['', 'no json', '[]', '3'])('%j is no plan', (text) => {
    expect(readPlanFile(text, measures).faults[0]!.code).toBe('PLANS_FILE_NOT_JSON');
  });

  it('says what an import changes, whatever the order of keys', () => {
    const t = (id: string, value: string) => ({ id, value, label: { zh: id, en: id } });
    expect(
      changesOf(
        [t('a', '1'), t('b', '2'), t('c', '3')],
        [{ label: { en: 'a', zh: 'a' }, value: '1', id: 'a' }, t('b', '9'), t('d', '4')],
      ).map((x) => `${x.id} ${x.kind}`),
    ).toEqual(['a SAME', 'b CHANGED', 'd ADDED', 'c REMOVED']);
  });
});

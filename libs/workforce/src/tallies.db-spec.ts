import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { MembershipStore } from './data/membership.store';
import { TallyStore } from './data/tally.store';
import { KeepTallies } from './jobs/tally.schedules';
import { ProjectionCheck, Recount, Workforce } from './index';

let kx: TestApp;
let officer: TestUser;
let version: string;
const DAY = '2026-03-02';

beforeAll(async () => {
  kx = await testApp({ seed: 'demo' });
  officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  version = (await kx.get(Workforce).currentRule()).version;
}, 120_000);
afterAll(() => kx.close());

const BOTH = ['PHYSICIAN', 'THERAPIST'] as const;
const whole = { prefix: '', also: [] };
const sorted = (rows: { category: string; regionCode: string; union: number }[] | null) =>
  (rows ?? []).filter((r) => r.union > 0).sort((a, b) => (`${a.category}${a.regionCode}` < `${b.category}${b.regionCode}` ? -1 : 1)); // prettier-ignore
const tallies = async (day = DAY) => kx.get(TallyStore).read(version, BOTH, whole, day);
const counted = (asOf = DAY) =>
  kx.get(MembershipStore).counts({ ruleVersion: version, categories: BOTH, area: whole, asOf, knownAt: null });
const marks = () => kx.db.count('SELECT COUNT(*) AS n FROM workforce_tally_mark');

test('the tallies of the present day are what the rows give, and the board reads them', async () => {
  expect(sorted(await tallies())).toEqual(sorted(await counted()));
  await execute(kx.db.dataSource, "UPDATE workforce_tally SET heads = heads + 100 WHERE region_code = '210302' AND category = 'PHYSICIAN'"); // prettier-ignore
  const of = (asOf: string) => kx.get(Workforce).counts({ regionCodes: ['210302'], asOf, category: 'PHYSICIAN' });
  expect((await of(DAY)).get('210302')!.union).toBe((await of('2026-03-01')).get('210302')!.union + 100);
  await execute(kx.db.dataSource, "UPDATE workforce_tally SET heads = heads - 100 WHERE region_code = '210302' AND category = 'PHYSICIAN'"); // prettier-ignore
});

test('people recounted side by side leave no mark and exact tallies', async () => {
  const ids = await kx.db.query<{ personId: string }>(
    "SELECT DISTINCT person_id FROM workforce_membership WHERE region_code LIKE '2101%' AND category = 'PHYSICIAN' AND known_to IS NULL AND end_on IS NULL LIMIT 40",
  );
  const days = ['2026-02-01', '2026-01-15', '2025-12-01'];
  await Promise.all(
    ids.map(async ({ personId }, i) => {
      await execute(
        kx.db.dataSource,
        "UPDATE practice_site SET end_on = ?, end_recorded_at = NOW(3), open_main_of = NULL WHERE person_id = ? AND role = 'MAIN' AND end_on IS NULL AND start_on < '2025-11-01'",
        [days[i % 3], personId],
      );
      await kx.get(Recount).person(officer.actor, personId);
    }),
  );
  await kx.get(KeepTallies).tick();
  expect(await marks()).toBe(0);
  expect(sorted(await tallies())).toEqual(sorted(await counted()));
});

test('a mark without its fold (a worker that stopped) is folded by the sweeper', async () => {
  const { personId } = (await kx.db.one<{ personId: string }>(
    "SELECT person_id FROM workforce_membership WHERE category = 'PHYSICIAN' AND known_to IS NULL AND end_on IS NULL AND start_on < '2026-01-01' LIMIT 1",
  ))!;
  await kx.uow.run({ actor: kx.system, action: 'test.stop', journal: 'workforce_membership' }, async (tx) => {
    const rows = await kx.get(MembershipStore).stored(tx, [personId], version);
    await tx.execute('DELETE FROM workforce_membership WHERE person_id = ?', [personId]);
    await kx.get(TallyStore).mark(tx, version, rows.get(personId)!);
  });
  expect(sorted(await tallies())).not.toEqual(sorted(await counted()));
  await kx.get(KeepTallies).tick();
  expect(sorted(await tallies())).toEqual(sorted(await counted()));
  await kx.get(Recount).person(officer.actor, personId);
  expect(sorted(await tallies())).toEqual(sorted(await counted()));
});

test('when the day turns nothing old is shown: readers count for themselves until the tallies are rolled on', async () => {
  kx.clock.set(new Date('2026-06-10T20:00:00Z'));
  const day = '2026-06-11';
  expect(await tallies(day)).toBeNull();
  const direct = await kx.get(Workforce).countsOfBoth({ regionCodes: ['210000'], asOf: day });
  await kx.get(KeepTallies).tick();
  expect(sorted(await tallies(day))).toEqual(sorted(await counted(day)));
  expect(await kx.get(Workforce).countsOfBoth({ regionCodes: ['210000'], asOf: day })).toEqual(direct);
});

test('the nightly check finds nothing when all is well, and each planted difference; a repair quiets the alarm', async () => {
  const check = kx.get(ProjectionCheck);
  const again = async () => {
    await execute(kx.db.dataSource, 'DELETE FROM workforce_check');
    await check.begin(kx.system);
    for (let i = 0; i < 3; i++) {
      await kx.drain().catch(() => undefined);
      kx.clock.advance(180_000);
    }
    return (await kx.db.one<{ state: string; differences: number; persons: number; sample: string }>('SELECT state, differences, persons, sample FROM workforce_check'))!; // prettier-ignore
  };
  const fine = await again();
  expect(fine).toMatchObject({ state: 'SAME', differences: 0 });
  expect(fine.persons).toBeGreaterThan(2900);
  expect(await check.begin(kx.system)).toBeNull();

  const { personId } = (await kx.db.one<{ personId: string }>('SELECT person_id FROM workforce_membership WHERE known_to IS NULL LIMIT 1'))!; // prettier-ignore
  await execute(kx.db.dataSource, "UPDATE workforce_membership SET bases = 'RESIDENCY' WHERE person_id = ?", [personId]); // prettier-ignore
  await execute(kx.db.dataSource, "UPDATE workforce_tally SET registered = registered + 1 WHERE region_code = '210302' AND category = 'THERAPIST'"); // prettier-ignore
  const found = await again();
  expect(found).toMatchObject({ state: 'DIFFERENT', differences: 2 });
  expect(JSON.stringify(found.sample)).toContain(personId);
  expect(JSON.stringify(found.sample)).toContain('THERAPIST 210302');
  const { id } = (await kx.db.one<{ id: string }>('SELECT id FROM workforce_check'))!;
  await expect(check.alarm(kx.system, id)).rejects.toThrow('kx recount');
  await kx.get(Recount).everybody(kx.system);
  await expect(check.alarm(kx.system, id)).resolves.toBeUndefined();
});

import { addDays } from '@app/kernel';
import type { DemoInstitution } from './demo-institutions';
import { pad } from './demo-numbers';
import type { DemoPerson } from './demo-person';
import type { Seeded } from './random';

/** Moves, filed sites, suspensions, ended employment, deaths: the registry must show lives, not rows. */
export function careers(p: DemoPerson, random: Seeded, places: DemoInstitution[], place: DemoInstitution): void {
  const main = p.sites[0]!;
  const elsewhere = places.filter((x) => x.id !== place.id && !x.closedOn);
  const early = main.startOn < '2021-01-01';
  if (place.closedOn && random.chance(0.6) && elsewhere.length) {
    main.endOn = place.closedOn;
    main.endReason = 'CLOSED';
    p.sites.push({
      ...main,
      institutionId: random.pick(elsewhere).id,
      startOn: place.closedOn,
      endOn: null,
      endReason: null,
    });
    return;
  }
  if (early && elsewhere.length && random.chance(0.05)) {
    const movedOn = `${random.int(2021, 2026)}-${pad(random.int(1, 9), 2)}-01`;
    main.endOn = movedOn;
    main.endReason = 'MOVED';
    p.sites.push({ ...main, institutionId: random.pick(elsewhere).id, startOn: movedOn, endOn: null, endReason: null });
  }
  const last = p.sites.at(-1)!;
  if (p.licence?.level === 1 && elsewhere.length && random.chance(0.06)) {
    const filedAt = random.pick(elsewhere);
    if (filedAt.id !== last.institutionId)
      p.sites.push({
        ...last,
        institutionId: filedAt.id,
        role: 'FILED',
        startOn: last.startOn > '2022-03-01' ? last.startOn : '2022-03-01',
        endOn: null,
        endReason: null,
      });
  }
  if (!early) return;
  const fate = random.next();
  if (p.licence && fate < 0.012) {
    const startOn = `${random.int(2024, 2026)}-${pad(random.int(1, 9), 2)}-01`;
    p.licence.suspension = {
      startOn,
      endOn: addDays(startOn, random.pick([182, 365])),
      reason: '定期考核不合格，暂停执业并接受培训',
    };
  } else if (fate < 0.022) end(p, `${random.int(2023, 2026)}-${pad(random.int(1, 9), 2)}-01`, 'RETIRED');
  else if (fate < 0.03) end(p, `${random.int(2023, 2026)}-${pad(random.int(1, 9), 2)}-16`, 'LEFT');
  else if (fate < 0.034) {
    p.diedOn = `${random.int(2022, 2026)}-${pad(random.int(1, 9), 2)}-${pad(random.int(2, 27), 2)}`;
    end(p, p.diedOn, 'DECEASED');
    if (p.licence) p.licence.endOn = p.diedOn;
  }
}

function end(p: DemoPerson, day: string, reason: string): void {
  for (const s of p.sites)
    if (s.endOn === null) {
      s.endOn = s.startOn < day ? day : addDays(s.startOn, 30);
      s.endReason = reason;
    }
}

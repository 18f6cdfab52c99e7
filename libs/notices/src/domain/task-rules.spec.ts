import * as accreditation from '@app/accreditation';
import * as courses from '@app/courses';
import * as credentials from '@app/credentials';
import * as exams from '@app/exams';
import * as identity from '@app/identity';
import * as plans from '@app/plans';
import * as programmes from '@app/programmes';
import * as registry from '@app/registry';
import * as workforce from '@app/workforce';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newsHandlers } from '../jobs/follow-news';
import { enrolmentWork, EVENT_RULES } from './task-rules';
import { NOW, step, TERMS, view } from './testing/enrolment';
import type { Duty } from './duty';

const LIBS = join(__dirname, '../../../');

/** Names of all events any capability defines, read from its source: an event without a door counts as well. */
function definedEvents(): string[] {
  const sources = readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\/src\/.*\.ts$/.test(f) && !/spec\.ts$/.test(f) && !f.startsWith('platform/'))
    .map((f) => readFileSync(join(LIBS, f), 'utf8'));
  return sources.flatMap((s) => [...s.matchAll(/defineEvent<[^>]*>\(\s*'([^']+)'/g)].map((m) => m[1]!)).sort();
}

describe('every event of every capability', () => {
  const doors = { accreditation, courses, credentials, exams, identity, plans, programmes, registry, workforce };
  const exported = Object.values(doors)
    .flatMap((d) => Object.values(d as Record<string, unknown>))
    .filter((x): x is { kind: string; name: string } => (x as { kind?: string } | null)?.kind === 'event')
    .map((e) => e.name);

  test('is somebody’s work, or is said to be nobody’s', () => {
    const events = definedEvents();
    expect(events.length).toBeGreaterThan(30);
    expect(events.filter((e) => !(e in EVENT_RULES))).toEqual([]);
    expect(Object.keys(EVENT_RULES).filter((e) => !events.includes(e))).toEqual([]);
  });

  test('that a rule follows is offered at a door and has a handler', () => {
    const followed = Object.keys(EVENT_RULES).filter((e) => !('silent' in EVENT_RULES[e]!));
    const handled = newsHandlers.map(
      (h) => (Reflect.getMetadata('kx:handler', h) as { ref: { name: string } }).ref.name,
    );
    expect(followed.filter((e) => !exported.includes(e))).toEqual([]);
    expect([...handled].sort()).toEqual([...followed].sort());
  });
});

const open = (duties: Duty[]): string[] =>
  duties
    .filter((d) => !d.done && d.opensAt && d.opensAt <= NOW)
    .map((d) => `${d.code}${d.slot && `/${d.slot}`}`)
    .sort();
const work = (v: ReturnType<typeof view>) => enrolmentWork(v, TERMS, NOW);

describe('an enrolment', () => {
  test('travels from desk to desk: one is open at a time, and each closes with its outcome', () => {
    const road = ['APPLY', 'RETURN', 'RESUBMIT', 'CONFIRM', 'WAITLIST', 'ADMIT'];
    const desks = [
      'CONFIRM_APPLICATION',
      'CORRECT_APPLICATION',
      'CONFIRM_APPLICATION',
      'ADMIT_APPLICANT',
      'DECIDE_WAITLISTED',
    ];
    for (let n = 1; n < road.length; n++) {
      const { duties } = work(view({ state: 'APPLIED', history: road.slice(0, n).map((e, i) => step(e, i)) }));
      expect(open(duties)).toEqual([desks[n - 1]]);
    }
    const { duties } = work(view({ state: 'ACTIVE', history: road.map((e, i) => step(e, i)) }));
    expect(duties.filter((d) => d.done).map((d) => `${d.code} ${d.done!.outcome}`)).toEqual([
      'CONFIRM_APPLICATION RETURNED',
      'CONFIRM_APPLICATION CONFIRMED',
      'ADMIT_APPLICANT WAITLISTED',
      'DECIDE_WAITLISTED ADMITTED',
      'CORRECT_APPLICATION RESUBMITTED',
    ]);
    expect(open(duties)).toEqual(['RECORD_ATTESTATION', 'START_LEARNING/THEORY']);
  });

  test('is decided by the right office, never by the applicant or by who confirmed', () => {
    const { duties } = work(view({ history: [step('APPLY', 0), step('CONFIRM', 1, 'employer')] }));
    const [confirm, admit] = duties;
    expect(confirm!.to).toEqual({ role: 'INSTITUTION_ADMIN', organisationId: 'hospital', except: ['learner'] });
    expect(confirm!.done).toMatchObject({ by: 'employer', outcome: 'CONFIRMED' });
    expect(admit!.to).toEqual({ role: 'BASE_ADMIN', organisationId: 'base', except: ['learner', 'employer'] });
    expect(admit!.startedBy).toBe('learner');
  });

  test('withdrawn, leaves nothing open', () => {
    const history = [step('APPLY', 0), step('CONFIRM', 1), step('ADMIT', 2), step('WITHDRAW', 3, 'learner')];
    expect(open(work(view({ state: 'WITHDRAWN', history })).duties)).toEqual([]);
    expect(open(work(view({ state: 'WITHDRAWN', history: [history[0]!, history[3]!] })).duties)).toEqual([]);
  });

  test('tells the applicant each step of others once', () => {
    const history = ['APPLY', 'RETURN', 'RESUBMIT', 'CONFIRM', 'ADMIT'].map((e, i) => step(e, i));
    const { messages } = work(view({ state: 'ACTIVE', history }));
    expect(messages.map((m) => m.code)).toEqual(['APPLICATION_RETURNED', 'APPLICATION_CONFIRMED', 'ADMITTED']);
    expect(new Set(messages.map((m) => m.fact)).size).toBe(3);
    expect(messages.every((m) => m.to.accountId === 'learner')).toBe(true);
  });

  test('is due by its term, and never after the class begins', () => {
    const due = (classStartOn: string) =>
      work(view({ classStartOn, history: [step('APPLY', 0)] })).duties.find((d) => !d.done)!.dueOn;
    expect(due('2026-09-01')).toBe('2026-03-06'); // 2026-03-01 and five days
    expect(due('2026-03-04')).toBe('2026-03-04');
    expect(due('2026-02-01')).toBe('2026-03-06'); // begun already: the term alone
  });
});

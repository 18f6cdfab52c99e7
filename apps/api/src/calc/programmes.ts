import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Day, addDays, contains } from '@app/kernel';
import { z } from 'zod';
import {
  type EligibilityFacts,
  type EligibilityRule,
  type TwoLanguages,
  type VersionContent,
  type VersionDates,
  checkEligibility,
  versionOn,
} from '../../../../libs/programmes/src/rules';
import { CODE_SETS } from '../../../../libs/registry/src/rules';
import { type Fact, factsKnownAt } from '../../../../libs/workforce/src/rules';
import { ASSUMED_LICENCE, fact } from './facts';
import { type Calc, CalcFault, at, readCase } from './fault';
import { count, day } from './fields';

const name = z.string().min(1).max(200);

const employer = z.union(
  [
    name.transform((given) => ({ name: given, department: undefined, institution: undefined })),
    z.strictObject({
      name: name.optional(),
      department: name.optional(),
      institution: z.enum(['MEDICAL', 'OTHER']).optional(),
    }),
  ],
  'a name, or {"name"?, "department"?, "institution"?: "MEDICAL" | "OTHER"}',
);

const eligibilityCase = z.strictObject({
  trainingType: name,
  asOf: day,
  /** Which programme's rule; needed only where programmes of the type would decide differently. */
  programme: name.optional(),
  language: z.enum(['zh', 'en']).default('en'),
  person: z.strictObject({
    id: name.optional(),
    facts: z.array(fact),
    /** Words for the main site; with `institution`, and no main SITE among the facts, it is the main site. */
    employer: employer.nullish(),
    /** Long programmes the person is in: no registry fact. */
    programmes: z.array(z.strictObject({ trainingType: name, title: name })).default([]),
    // No check of the programmes there are looks at these two; they are part of the case's shape.
    title: name.nullish(),
    services: z.union([count, z.array(z.unknown())]).nullish(),
  }),
});
type Person = z.infer<typeof eligibilityCase>['person'];

const LICENCE_CHECKS = new Set(['LICENCE_VALID', 'LICENCE_CATEGORY']);
const ASSUMED: TwoLanguages = {
  zh: '视为持有临床类别执业医师证书（本例未列出执业证书）',
  en: 'taken to hold a clinical licence of level 1 (the case names no licence)',
};

export const eligibility: Calc = (json) => {
  const { trainingType, asOf, programme, language, person } = readCase(eligibilityCase, json);
  const employs = person.employer?.institution;
  if (employs && person.facts.some(isMainSite))
    throw new CalcFault('CALC_BAD_CASE', 'person.employer.institution', 'the main SITE among the facts says it');
  const rule = ruleFor(trainingType, asOf, programme);
  const assumed = !person.facts.some((f) => f.type === 'LICENCE');
  const answer = at('person.facts', {}, () => checkEligibility(rule, factsOf(person, assumed, asOf), asOf));
  return {
    verdict: answer.eligible ? 'ELIGIBLE' : 'INELIGIBLE',
    checks: answer.checks.map((c) => ({
      code: c.code,
      passed: c.passed,
      found: (assumed && c.passed && LICENCE_CHECKS.has(c.code) ? ASSUMED : c.found)[language],
      needed: c.label[language],
    })),
  };
};

type Version = VersionContent & VersionDates & { version: number };
interface Programme {
  code: string;
  type: string;
  versions: Version[];
}

/**
 * The rule of the type on the day, out of the starter content the database is loaded from: the newest published version
 * in force. Where several programmes of the type decide alike, the one that shows the most checks.
 */
function ruleFor(trainingType: string, asOf: Day, code: string | undefined) {
  const all = readProgrammes();
  const ofType = all.filter((p) => p.type === trainingType);
  if (ofType.length === 0) {
    const known = [...new Set(all.map((p) => p.type))].sort().join(', ');
    throw new CalcFault('CALC_BAD_CASE', 'trainingType', `no programme of type "${trainingType}"; known: ${known}`);
  }
  const wanted = code === undefined ? ofType : ofType.filter((p) => p.code === code);
  if (wanted.length === 0) {
    const known = ofType.map((p) => p.code).join(', ');
    throw new CalcFault('CALC_BAD_CASE', 'programme', `no ${trainingType} programme "${code}"; known: ${known}`);
  }
  const rules = wanted.flatMap((p) => {
    const rule = versionOn(answerable(p.versions), asOf)?.eligibility;
    return rule ? [{ programme: p.code, rule }] : [];
  });
  const first = rules[0];
  if (!first) {
    const from = wanted.map((p) => `${p.code} from ${p.versions.map((v) => v.effectiveFrom).sort()[0]}`).join(', ');
    throw new CalcFault('CALC_BAD_CASE', 'asOf', `no rule was in force on ${asOf}; ${from}`);
  }
  if (new Set(rules.map((r) => decisive(r.rule))).size > 1) {
    const codes = rules.map((r) => r.programme).join(', ');
    throw new CalcFault('CALC_BAD_CASE', 'programme', `the rules differ, name one of: ${codes}`);
  }
  return rules.reduce((most, r) => (r.rule.checks.length > most.rule.checks.length ? r : most), first).rule;
}

/** What decides the verdict: preferences do not, and differ between the provinces (S2-15 is Liaoning's). */
function decisive(rule: EligibilityRule): string {
  const musts = rule.checks.filter((c) => c.kind === 'MUST');
  return JSON.stringify(musts.map(({ code, params }) => ({ code, params })));
}

/** A programme without any published version is answered by its drafts. */
function answerable(versions: readonly Version[]): Version[] {
  const onlyDrafts = versions.every((v) => v.status === 'DRAFT');
  return versions.map((v) => (onlyDrafts ? { ...v, status: 'PUBLISHED' } : v));
}

function readProgrammes(): Programme[] {
  const folder = contentFolder();
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap(
      (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { programmes: Programme[] }).programmes,
    );
}

/** Upwards from here, so that it is found from `dist/` too. The platform's finder would load the database driver. */
function contentFolder(): string {
  for (let dir = __dirname; dir !== dirname(dir); dir = dirname(dir)) {
    const folder = join(dir, 'content', 'programmes');
    if (existsSync(folder)) return folder;
  }
  throw new Error(`content/programmes was not found above ${__dirname}`);
}

function isMainSite(f: Fact): boolean {
  return f.type === 'SITE' && f.role === 'MAIN';
}

const ALWAYS: Day = '0001-01-01';

const SCOPE_WORDS = new Map<string, TwoLanguages>(CODE_SETS.scope.map((s) => [s.code, { zh: s.zh, en: s.en }]));
const CERTIFICATE_KIND = { TRANSFER_CERT: 'TRANSFER_POST', INDUCTION_CERT: 'INDUCTION' } as const;

/** The case's facts in the shape the service reads from the registry. Of two records of one thing the later holds. */
function factsOf(person: Person, assumed: boolean, asOf: Day): EligibilityFacts {
  const given: Fact[] = assumed ? [...person.facts, ASSUMED_LICENCE] : person.facts;
  const institution = person.employer?.institution;
  const employing: Fact[] = institution ? [{ type: 'SITE', role: 'MAIN', institution, region: '', from: ALWAYS }] : [];
  const facts = factsKnownAt([...given, ...employing], null);
  const of = <T extends Fact['type']>(...types: T[]) =>
    facts.filter((f): f is Fact & { type: T } => (types as string[]).includes(f.type));
  const span = (f: Fact) => ({ startOn: f.from, endOn: f.to ?? null });
  const scopes = of('SCOPE').map((f) => ({ ...span(f), scope: f.scope, label: SCOPE_WORDS.get(f.scope) }));
  const suspensions = of('LICENCE_SUSPENDED').map(span);
  const licences = of('LICENCE').map((f) => ({ ...span(f), level: f.level, category: f.category }));
  // The case ties scopes to no licence: they are told once, with the first licence in force.
  const inForce = licences.find((l) => contains({ start: l.startOn, end: l.endOn }, asOf));
  return {
    licences: licences.map((l) => ({ ...l, suspensions, scopes: l === inForce ? scopes : [] })),
    sites: of('SITE').map((f) => ({
      ...span(f),
      institutionName: (f.role === 'MAIN' && person.employer?.name) || f.region || '—',
      medical: f.institution === 'MEDICAL',
      closedOn: null,
      role: f.role,
      department: (f.role === 'MAIN' && person.employer?.department) || null,
      post: f.post ?? null,
    })),
    certificates: of('TRANSFER_CERT', 'INDUCTION_CERT').map((f) => ({
      kind: CERTIFICATE_KIND[f.type],
      number: f.type,
      issuedOn: f.from,
      validTo: earlier(f.validTo, f.to ? addDays(f.to, -1) : null),
      revokedOn: f.revokedOn ?? null,
      cancelledOn: f.cancelledOn ?? null,
    })),
    residencies: of('RESIDENCY').map((f) => ({ specialty: 'REHABILITATION', completedOn: f.from })),
    qualifications: of('THERAPY_QUALIFICATION')
      .filter((f) => !f.to || asOf < f.to)
      .map((f) => ({ subject: 'REHAB_THERAPY', obtainedOn: f.from })),
    diedOn: of('DEATH')[0]?.from ?? null,
    mergedIntoId: of('MERGED_INTO')[0]?.person ?? null,
    programmes: person.programmes.map((p) => ({
      trainingType: p.trainingType,
      title: { zh: p.title, en: p.title },
      classTitle: p.trainingType,
    })),
  };
}

function earlier(a: Day | null | undefined, b: Day | null): Day | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}

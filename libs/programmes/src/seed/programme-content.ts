import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from '@app/kernel';
import { repositoryRoot } from '@app/platform';
import type { ClassRule } from '../domain/class-opening';
import { CHECKS } from '../domain/eligibility-checks';

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const day = z.string().refine(isDay, 'not a day');
const whole = z.int().min(0).max(100_000);

const requirement = z
  .object({
    code: z.string().regex(/^[A-Z0-9_]{1,40}$/),
    kind: z.enum(['COURSE', 'EXAM', 'ATTESTATION']),
    label: words,
    note: words.optional(),
    courseCode: z.string().optional(),
    paperCode: z.string().optional(),
    passPercent: whole.max(100).optional(),
    maxAttempts: whole.optional(),
    unit: z.enum(['WEEKS', 'COUNT', 'POINTS']).optional(),
    minimum: z.number().min(0).optional(),
    maximum: z.number().min(0).optional(),
    externalExaminer: z.boolean().optional(),
  })
  .refine((r) => r.kind !== 'COURSE' || r.courseCode, 'a COURSE requirement names its course')
  .refine((r) => r.kind !== 'EXAM' || r.paperCode, 'an EXAM requirement names its paper')
  .refine(
    (r) => r.kind !== 'ATTESTATION' || (r.unit && r.minimum !== undefined),
    'an ATTESTATION names unit and minimum',
  );

const check = z.object({
  code: z.enum(CHECKS.codes as [string, ...string[]]),
  kind: z.enum(['MUST', 'PREFERENCE']),
  params: z.record(z.string(), z.unknown()),
  label: words,
  hint: words,
  source: z.string(),
});

const plan = z
  .object({
    durationMonths: whole,
    theory: z.object({
      hours: whole,
      attendancePercent: whole.max(100),
      areas: z.array(z.object({ code: z.string(), label: words, hours: z.number() })),
    }),
    rotationWeeks: whole,
    rotations: z.array(
      z.looseObject({
        code: z.string(),
        label: words,
        weeks: whole,
        exitPassPercent: whole,
        mustSee: z.array(z.string()),
        mustDo: z.array(z.string()),
      }),
    ),
  })
  .loose()
  .refine(
    (p) => p.theory.areas.reduce((s, a) => s + a.hours, 0) === p.theory.hours,
    'the hours of the areas do not add up',
  )
  .refine(
    (p) => p.rotations.reduce((s, r) => s + r.weeks, 0) === p.rotationWeeks,
    'the weeks of the rotations do not add up',
  );

const version = z.object({
  version: z.int().min(1),
  status: z.enum(['DRAFT', 'PUBLISHED']),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  source: z.string(),
  plan,
  eligibility: z.looseObject({
    evaluatedOn: z.string(),
    recheckOnIssue: z.array(z.string()),
    overrideRoles: z.array(z.string()),
    checks: z.array(check).min(1),
  }),
  requirements: z.array(requirement).min(1),
  certificate: z.looseObject({ kind: z.string(), validityMonths: whole.nullable(), title: words }),
  sources: z.array(z.object({ path: z.string(), source: z.string(), editable: z.boolean() })),
});

const programme = z.object({
  code: z.string().regex(/^[A-Z0-9-]{3,60}$/),
  type: z.string().regex(/^[A-Z_]{3,32}$/),
  provinceCode: z.string().regex(/^\d{2}0000$/),
  name: words,
  summary: words,
  policyBasis: z.array(z.looseObject({ clause: z.string(), quote: z.string() })),
  countsTowardIndicator: z.string().nullish(),
  versions: z.array(version).min(1),
});

export type ProgrammeContent = z.infer<typeof programme>;

/** Every programme of content/programmes. @throws ZodError naming file, place and fault */
export function readProgrammes(folder = join(repositoryRoot(), 'content', 'programmes')): ProgrammeContent[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .sort()
    .flatMap((f) => {
      const parsed = z
        .object({ programmes: z.array(programme) })
        .safeParse(JSON.parse(readFileSync(join(folder, f), 'utf8')));
      if (!parsed.success) throw new Error(`content/programmes/${f}: ${z.prettifyError(parsed.error)}`);
      return parsed.data.programmes;
    });
}

export const readClassRules = (): ClassRule[] =>
  (
    JSON.parse(readFileSync(join(repositoryRoot(), 'content', 'classes', 'rules.json'), 'utf8')) as {
      rules: ClassRule[];
    }
  ).rules;

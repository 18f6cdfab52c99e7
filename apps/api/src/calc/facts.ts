import { z } from 'zod';
import type { Fact } from '../../../../libs/workforce/src/rules';
import { day, recordedAt } from './fields';

const common = { from: day, to: day.nullish(), recordedAt: recordedAt.nullish() };
const certificate = {
  revokedOn: day.nullish(),
  cancelledOn: day.nullish(),
  validTo: day.nullish(),
  endRecordedAt: recordedAt.nullish(),
};
const region = z.string().regex(/^\d{6}$/, 'a six-digit region code');

/** A death or a merge has no end; the key may be there as null, as in other facts. */
const noEnd = z.null().optional();

/** FACT of the case: half-open days, one strict shape per type. */
export const fact = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('LICENCE'),
      level: z.union([z.literal(1), z.literal(2)]),
      category: z.enum(['CLINICAL', 'DENTAL', 'PUBLIC_HEALTH', 'TCM']),
      ...common,
    }),
    z.strictObject({ type: z.literal('LICENCE_SUSPENDED'), ...common }),
    z.strictObject({ type: z.literal('SCOPE'), scope: z.string().min(1), ...common }),
    z.strictObject({ type: z.literal('TRANSFER_CERT'), ...common, ...certificate }),
    z.strictObject({ type: z.literal('INDUCTION_CERT'), ...common, ...certificate }),
    z.strictObject({ type: z.literal('RESIDENCY'), ...common }),
    z.strictObject({ type: z.literal('THERAPY_QUALIFICATION'), ...common }),
    z.strictObject({
      type: z.literal('SITE'),
      region,
      institution: z.enum(['MEDICAL', 'OTHER']),
      role: z.enum(['MAIN', 'FILED']),
      post: z.enum(['REHAB', 'OTHER']).optional(),
      ...common,
    }),
    z.strictObject({ type: z.literal('DEATH'), from: day, to: noEnd, recordedAt: common.recordedAt }),
    z.strictObject({
      type: z.literal('MERGED_INTO'),
      person: z.string().min(1),
      from: day.default('0001-01-01'),
      to: noEnd,
      recordedAt: common.recordedAt,
    }),
  ])
  .refine((f) => !('to' in f) || !f.to || f.to >= f.from, { path: ['to'], message: 'before from' });

/** What a physician case without any LICENCE is taken to hold. Services never assume one. */
export const ASSUMED_LICENCE: Fact = { type: 'LICENCE', level: 1, category: 'CLINICAL', from: '0001-01-01' };

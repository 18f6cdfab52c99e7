import { type CodeCheck, checkCitizenId, checkUscc } from '@app/kernel';
import { z } from 'zod';
import {
  buildCertificateNumber,
  certificateNumberErrors,
  checkCertificateNumber,
} from '../../../../libs/credentials/src/rules';
import { type Calc, at, readCase } from './fault';

const checks: Record<'citizenId' | 'uscc' | 'certificateNumber', (raw: string) => CodeCheck> = {
  citizenId: checkCitizenId,
  uscc: checkUscc,
  certificateNumber: checkCertificateNumber,
};

const idsCase = z.strictObject({
  kind: z.enum(['citizenId', 'uscc', 'certificateNumber']),
  values: z.array(z.string()),
});

export const ids: Calc = (json) => {
  const { kind, values } = readCase(idsCase, json);
  return values.map((value) => {
    const { input, valid, normalized, reason } = checks[kind](value);
    return { input, valid, normalized, reason };
  });
};

const numberCase = z.strictObject({
  province: z.string(),
  kind: z.string(),
  year: z.int(),
  sequence: z.int(),
});

export const certificateNumber: Calc = (json) => {
  const parts = readCase(numberCase, json);
  return { number: at('', certificateNumberErrors, () => buildCertificateNumber(parts)) };
};

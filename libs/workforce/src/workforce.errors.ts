import { errorsOf } from '@app/platform';
import { tallyErrors } from './domain/facts';

export const fail = errorsOf(tallyErrors);

import { errorsOf } from '@app/platform';
import { ratePlanErrors } from './domain/rate';

export const fail = errorsOf(ratePlanErrors);

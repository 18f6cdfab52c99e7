import { registerDecorator } from 'class-validator';
import { isDay } from '@app/kernel';

/** The input is an existing calendar day `YYYY-MM-DD`. */
export const IsDay = () => (target: object, propertyName: string) =>
  registerDecorator({
    name: 'isDay',
    target: target.constructor,
    propertyName,
    validator: { validate: (v: unknown) => typeof v === 'string' && isDay(v) },
  });

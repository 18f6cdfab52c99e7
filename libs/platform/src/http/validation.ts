import { ValidationPipe, type ValidationError } from '@nestjs/common';
import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';
import { DomainError, type FieldFault } from '@app/kernel';
import { errorCatalogue } from '../platform.errors';

const snake = (s: string) => s.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

errorCatalogue.register({
  FIELD_IS_NOT_EMPTY: { zh: '请填写此项。', en: 'Fill in this entry.' },
  FIELD_IS_STRING: { zh: '请填写文字。', en: 'Enter text.' },
  FIELD_MAX_LENGTH: { zh: '内容太长，请缩短。', en: 'Too long; please shorten.' },
  FIELD_MIN_LENGTH: { zh: '内容太短。', en: 'Too short.' },
  FIELD_LENGTH: { zh: '长度不符合要求。', en: 'The length does not fit.' },
  FIELD_IS_INT: { zh: '请填写整数。', en: 'Enter a whole number.' },
  FIELD_MIN: { zh: '数值太小。', en: 'Too small.' },
  FIELD_MAX: { zh: '数值太大。', en: 'Too large.' },
  FIELD_IS_IN: { zh: '请从给出的选项中选择。', en: 'Choose one of the options.' },
  FIELD_MATCHES: { zh: '格式不符。', en: 'The format does not fit.' },
  FIELD_IS_DAY: { zh: '请填写有效日期，如 2026-11-21。', en: 'Enter a valid day such as 2026-11-21.' },
  FIELD_ARRAY_MAX_SIZE: { zh: '选得太多。', en: 'Too many.' },
  FIELD_ARRAY_MIN_SIZE: { zh: '至少选择一项。', en: 'Choose at least one.' },
  FIELD_INVALID: { zh: '此项填写有误。', en: 'This entry is not valid.' },
});

function faults(errors: ValidationError[], prefix = ''): FieldFault[] {
  return errors.flatMap((e) => {
    const path = prefix ? `${prefix}.${e.property}` : e.property;
    const own = Object.keys(e.constraints ?? {})
      .slice(0, 1)
      .map((c) => {
        const code = `FIELD_${snake(c)}`;
        return { path, code: errorCatalogue.codes().includes(code) ? code : 'FIELD_INVALID' };
      });
    return [...own, ...faults(e.children ?? [], path)];
  });
}

/**
 * Free-form JSON as an input class: what it does not know is refused, every fault named under `path`.
 * @throws PLATFORM_INVALID_INPUT
 */
export function checkedInput<T extends object>(type: new () => T, value: unknown, path: string): T {
  const plain = value ?? {};
  if (typeof plain !== 'object' || Array.isArray(plain))
    throw new DomainError('PLATFORM_INVALID_INPUT', { count: 1 }, [{ path, code: 'FIELD_INVALID' }]);
  const made = classTransformer.plainToInstance(type, plain);
  const fields = faults(classValidator.validateSync(made, { whitelist: true, forbidNonWhitelisted: true }), path);
  if (fields.length) throw new DomainError('PLATFORM_INVALID_INPUT', { count: fields.length }, fields);
  return made;
}

/** Bad input: every faulty field is named at once. */
export const validationPipe = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    // Given, not looked up by name: the look-up fails under the test runner.
    validatorPackage: classValidator,
    transformerPackage: classTransformer,
    forbidUnknownValues: false,
    exceptionFactory: (errors) => {
      const fields = faults(errors);
      return new DomainError('PLATFORM_INVALID_INPUT', { count: fields.length }, fields);
    },
  });

import { Catch, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@app/kernel';

/** A rule that says no is an answer, not a fault: it goes on to `formatError` without a line in the error log. */
@Catch(DomainError)
export class DomainErrorFilter implements ExceptionFilter<DomainError> {
  catch(e: DomainError): DomainError {
    return e;
  }
}

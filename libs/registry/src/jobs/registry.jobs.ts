import { Injectable } from '@nestjs/common';
import { type Handler, type HandlerContext, type HandlerOptions, Handles } from '@app/platform';
import { ReturnImport, StageImport, WriteFhir, WriteImport } from '../registry.jobs';
import { FhirExport } from '../use/fhir-export';
import { RunReturnImport } from '../use/run-return-import';
import { RunStageImport, TRIES } from '../use/run-stage-import';
import { RunWriteImport } from '../use/run-write-import';

/** People wait for these. */
const WAITED: HandlerOptions = { queue: 'interactive', attempts: TRIES };

@Injectable()
@Handles(StageImport, 'registry.stage-import', WAITED)
export class StageImportJob implements Handler<{ importId: string }> {
  constructor(private readonly use: RunStageImport) {}
  run({ importId }: { importId: string }, context: HandlerContext): Promise<void> {
    return this.use.run(importId, context);
  }
}

@Injectable()
@Handles(WriteImport, 'registry.write-import', WAITED)
export class WriteImportJob implements Handler<{ importId: string }> {
  constructor(private readonly use: RunWriteImport) {}
  run({ importId }: { importId: string }, context: HandlerContext): Promise<void> {
    return this.use.run(importId, context);
  }
}

@Injectable()
@Handles(ReturnImport, 'registry.return-import', WAITED)
export class ReturnImportJob implements Handler<{ importId: string; jobId: string }> {
  constructor(private readonly use: RunReturnImport) {}
  run(payload: { importId: string; jobId: string }, context: HandlerContext): Promise<void> {
    return this.use.run(payload, context);
  }
}

@Injectable()
@Handles(WriteFhir, 'registry.write-fhir', WAITED)
export class WriteFhirJob implements Handler<{ jobId: string }> {
  constructor(private readonly use: FhirExport) {}
  run({ jobId }: { jobId: string }, context: HandlerContext): Promise<void> {
    return this.use.write(jobId, context, TRIES);
  }
}

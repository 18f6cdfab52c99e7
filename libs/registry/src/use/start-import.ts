import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, Files, notAllowed, UnitOfWork, WorkJobs, XLSX } from '@app/platform';
import { aheadOfNews, StageImport } from '../registry.jobs';
import { mayImport } from '../place.policy';
import { fail } from '../registry.errors';
import type { ImportKind } from './import-templates';

/** Opens an import for an uploaded file; reading it is a job. */
@Injectable()
export class StartImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: Files,
    private readonly jobs: WorkJobs,
  ) {}

  /** @returns id of the import @throws REGISTRY_IMPORT_KIND, REGISTRY_IMPORT_FILE, PLATFORM_NOT_FOUND */
  async run(actor: Actor, input: { kind: ImportKind; uploadId: string }): Promise<string> {
    const { scope } = actor;
    if (scope.kind !== 'REGION' && scope.kind !== 'ORGANISATION') throw notAllowed();
    if (!mayImport(actor, input.kind)) throw fail('REGISTRY_IMPORT_KIND');
    const upload = await this.files.upload(actor, input.uploadId);
    if (upload.mime !== XLSX && upload.mime !== 'text/csv') throw fail('REGISTRY_IMPORT_FILE');
    return this.uow.run({ actor, action: 'registry.start-import', input }, async (tx) => {
      const id = newId();
      const stageJobId = await this.jobs.open(tx, {
        kind: `registry.import-${input.kind.toLowerCase()}`,
        title: upload.name,
        input: { importId: id },
        organisationId: scope.kind === 'ORGANISATION' ? scope.organisationId : null,
        regionCode: scope.kind === 'REGION' ? scope.regionCode : null,
      });
      await tx.insert('import_batch', {
        id,
        kind: input.kind,
        accountId: actor.accountId,
        role: actor.role,
        organisationId: scope.kind === 'ORGANISATION' ? scope.organisationId : null,
        regionCode: scope.kind === 'REGION' ? scope.regionCode : null,
        ownPersonId: actor.personId,
        fileHash: upload.hash,
        fileName: upload.name,
        fileMime: upload.mime,
        state: 'STAGING',
        stageJobId,
        createdAt: tx.now,
      });
      await tx.enqueue(StageImport, { importId: id }, aheadOfNews(tx.now));
      await tx.audit({ object: { type: 'import', id }, details: { kind: input.kind, fileHash: upload.hash } });
      return id;
    });
  }
}

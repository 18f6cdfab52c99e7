import { type DynamicModule, Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AuditResolver } from './api/audit.resolver';
import { ListExportResolver } from './api/list-export.resolver';
import { OperationsResolver } from './api/operations.resolver';
import { WorkJobsResolver } from './api/work-jobs.resolver';
import { AuditSealer, AuditVerifier } from './audit/audit-sealer';
import { AuditWriter } from './audit/audit-writer';
import { AuditOrders, CheckAuditChainHandler, ExportAuditHandler } from './audit/audit.jobs';
import { AuditQueries } from './audit/audit.queries';
import { AllowGuard, OperationRegistry } from './auth/guard';
import { SessionPort } from './auth/session-port';
import type { Config } from './config/config';
import { CONFIG, ConfigModule } from './config/config.module';
import { Crypto } from './crypto/crypto';
import { createDataSource } from './db/data-source';
import { Db } from './db/db';
import { Timelines } from './db/timelines';
import { UnitOfWork } from './db/unit-of-work';
import { ListExports } from './exports/list-export';
import { OrderListExport } from './exports/order-list-export';
import { WriteListExportHandler } from './exports/write-list-export';
import { Files } from './files/files';
import { DomainErrorFilter } from './graphql/domain-error.filter';
import { PlatformGraphqlModule } from './graphql/graphql.module';
import { RateLimiter } from './limits/rate-limiter';
import { HandlerRegistry } from './outbox/handlers';
import { Relay } from './outbox/relay';
import { WorkerHost } from './outbox/worker-host';
import { Seeding } from './seed/seeding';
import { FailedWork } from './work/failed-work';
import { SystemStatusReader } from './work/system-status';
import { WorkJobs } from './work/work-jobs';

@Global()
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** @param entities the tables of all capabilities; @param graphql whether this process answers GraphQL */
  static with(entities: (new () => object)[], graphql: boolean): DynamicModule {
    const services = [
      AuditWriter,
      AuditSealer,
      AuditVerifier,
      Crypto,
      Db,
      Timelines,
      UnitOfWork,
      Files,
      RateLimiter,
      HandlerRegistry,
      Relay,
      WorkerHost,
      WorkJobs,
      Seeding,
      SessionPort,
      OperationRegistry,
    ];
    // The administrators' screens; nobody else calls these.
    const operations = [
      AuditOrders,
      AuditQueries,
      CheckAuditChainHandler,
      ExportAuditHandler,
      FailedWork,
      SystemStatusReader,
    ];
    const exports = [ListExports, OrderListExport, WriteListExportHandler];
    return {
      module: PlatformModule,
      imports: [ConfigModule, DiscoveryModule, ...(graphql ? [SessionModule, PlatformGraphqlModule] : [SessionModule])],
      providers: [
        { provide: DataSource, inject: [CONFIG], useFactory: (config: Config) => createDataSource(config, entities) },
        ...services.filter((s) => s !== SessionPort),
        ...operations,
        ...exports,
        ...(graphql ? [AuditResolver, ListExportResolver, OperationsResolver, WorkJobsResolver] : []),
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_FILTER, useClass: DomainErrorFilter },
      ],
      exports: [DataSource, SessionModule, DiscoveryModule, ...services.filter((s) => s !== SessionPort)],
    };
  }

  async onModuleDestroy(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** Apart, because GraphQL's own module needs it while the platform module is still being put together. */
@Global()
@Module({ providers: [SessionPort], exports: [SessionPort] })
export class SessionModule {}

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigFault, loadConfig, log, NestLog, WorkerHost } from '@app/platform';
import { AppModule } from './app.module';
import { stopOnSignal } from './http';

async function main(): Promise<void> {
  loadConfig();
  const app = await NestFactory.createApplicationContext(AppModule.with({ graphql: false }), {
    logger: new NestLog(),
    abortOnError: false,
  });
  const host = app.get(WorkerHost);
  await host.start();
  stopOnSignal(async () => {
    await host.stop();
    await app.close();
  });
}

main().catch((e: unknown) => {
  log.fatal({ err: e instanceof Error ? e.stack : String(e) }, 'worker could not start');
  console.error(
    e instanceof ConfigFault ? e.message : `The worker could not start: ${e instanceof Error ? e.message : String(e)}`,
  );
  process.exit(1);
});

import 'reflect-metadata';
import { prepareFirstStart } from '@app/identity';
import { ConfigFault, internalToken, loadConfig, log } from '@app/platform';
import { createHttp, stopOnSignal } from './http';

async function main(): Promise<void> {
  const config = loadConfig();
  // SvelteKit's handler reads its own address and our port from the environment.
  process.env['ORIGIN'] ??= config.publicUrl; // eslint-disable-line no-restricted-syntax
  process.env['KX_PORT'] ??= String(config.port); // eslint-disable-line no-restricted-syntax
  process.env['KX_INTERNAL'] = internalToken; // eslint-disable-line no-restricted-syntax
  if (config.trustProxy) process.env['ADDRESS_HEADER'] ??= 'x-forwarded-for'; // eslint-disable-line no-restricted-syntax
  const app = await createHttp(config);
  await app.listen(config.port, config.host);
  log.info({ port: config.port, profile: config.profile }, 'http ready');
  // For the eyes at the console only, never in the log.
  const firstStart = await prepareFirstStart(app);
  if (firstStart) console.log(firstStart);
  stopOnSignal(() => app.close());
}

main().catch((e: unknown) => {
  log.fatal({ err: e instanceof Error ? e.stack : String(e) }, 'http could not start');
  console.error(
    e instanceof ConfigFault
      ? e.message
      : `The http process could not start: ${e instanceof Error ? e.message : String(e)}`,
  );
  process.exit(1);
});

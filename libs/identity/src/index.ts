import type { INestApplicationContext } from '@nestjs/common';
import { FirstStart } from './use/first-start';

export { identityEntities } from './data/identity.entities';
export { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from './seed/demo-accounts';
export { identityErrors } from './identity.errors';
export * from './identity.events';
export { IdentityModule } from './identity.module';

/** What the console must say on a production start without any account (the one-time token), or null. */
export const prepareFirstStart = (app: INestApplicationContext): Promise<string | null> =>
  app.get(FirstStart, { strict: false }).prepare();

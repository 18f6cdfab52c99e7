// The real product for the browser tests: own throw-away services with the product's durability, demo profile, free port.
import fs from 'node:fs';
import path from 'node:path';
import { ensureServices } from '../services.mjs';
import { freePort } from './ports.mjs';
import { children, migrate, seed, startAndWait } from './product.mjs';

/** @returns {Promise<{env: object, stop: () => Promise<void>}>} env as the browser tests get it */
export async function startTestProduct(log) {
  const services = await ensureServices({ test: true, durable: true, log });
  const port = await freePort();
  const env = {
    KX_PROFILE: 'demo',
    KX_PORT: String(port),
    KX_HOST: '127.0.0.1',
    KX_PUBLIC_URL: `http://localhost:${port}`,
    KX_DATA_DIR: services.stateDir,
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    NODE_ENV: 'production',
  };
  for (const name of ['run', 'log']) fs.mkdirSync(path.join(services.stateDir, name), { recursive: true });
  const both = children({ env, stateDir: services.stateDir, say: log });
  const stop = async () => {
    await Promise.all(Object.values(both).map((child) => child.stop()));
    await services.stop();
  };
  try {
    await migrate(env);
    await seed(env);
    await startAndWait(both, port);
    // A test may kill the worker in the middle of issuing: like in `npm start` it comes back.
    for (const child of Object.values(both)) child.keepRunning();
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { ...env, KX_BASE_URL: env.KX_PUBLIC_URL }, stop };
}

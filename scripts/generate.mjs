// npm run generate [-- --check]: schema.graphql from the code, and from it the types of the pages' queries.
// --check writes nothing and fails with the names of the files that are not in step.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApi } from './lib/build-api.mjs';
import { generateClient, GQL_FOLDER } from './lib/codegen.mjs';
import { filesUnder } from './lib/inputs.mjs';
import { kx } from './lib/product.mjs';
import { PlainError, report, tail, withoutStack } from './lib/say.mjs';
import { ROOT } from './lib/settings.mjs';
import { ensureServices } from './services.mjs';

const SCHEMA = 'schema.graphql';

/** The schema as the composed application has it. A throw-away database only lets it boot; nothing is read from it. */
async function schemaFromCode() {
  await buildApi();
  const services = await ensureServices({ test: true });
  const out = path.join(services.stateDir, SCHEMA);
  try {
    const env = { KX_PROFILE: 'test', DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
    const { code, output } = await kx(['schema', '--out', out], { ...env, KX_DATA_DIR: services.stateDir }, 60_000);
    if (code !== 0)
      throw new PlainError(`The schema cannot be made:\n${tail(withoutStack(output), 15)}`, { exitCode: 5 });
    return fs.readFileSync(out, 'utf8');
  } finally {
    await services.stop();
  }
}

const current = (name) => {
  const file = path.join(ROOT, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
};

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const sdl = await schemaFromCode();
  const wanted = { [SCHEMA]: sdl, ...(await generateClient(sdl)) };
  const stale = Object.keys(wanted).filter((name) => wanted[name] !== current(name));
  const surplus = filesUnder(GQL_FOLDER).filter((name) => !(name in wanted));
  if (values.check && stale.length + surplus.length) {
    throw new PlainError(`Not in step with the code (npm run generate): ${[...stale, ...surplus].join(', ')}`);
  }
  for (const name of surplus) fs.rmSync(path.join(ROOT, name));
  for (const name of stale) {
    fs.mkdirSync(path.dirname(path.join(ROOT, name)), { recursive: true });
    fs.writeFileSync(path.join(ROOT, name), wanted[name]);
  }
  console.log(
    stale.length || surplus.length ? `written: ${[...stale, ...surplus].join(', ')}` : 'generated files are in step',
  );
} catch (error) {
  process.exitCode = report(error);
}

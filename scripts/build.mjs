// npm run build [-- --api | --web] [--force]: builds what is stale.
import { parseArgs } from 'node:util';
import { buildApi } from './lib/build-api.mjs';
import { buildWeb } from './lib/build-web.mjs';
import { report, step } from './lib/say.mjs';

try {
  const { values } = parseArgs({
    options: { api: { type: 'boolean' }, web: { type: 'boolean' }, force: { type: 'boolean' } },
  });
  const both = !values.api && !values.web;
  const unchanged = 'unchanged';
  if (both || values.api) {
    await step(console.log, 'API', async () => {
      const files = await buildApi(values);
      return files ? `${files} files` : unchanged;
    });
  }
  if (both || values.web)
    await step(console.log, 'Pages', async () => ((await buildWeb(values)) ? 'built' : unchanged));
} catch (error) {
  process.exitCode = report(error);
}

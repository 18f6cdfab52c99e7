import { loadConfig, Seeding } from '@app/platform';
import { withApp } from './context';

/** `kx seed`: starter content always, the demo organisation only in the demo profile. */
export async function seedCommand(): Promise<number> {
  const { profile } = loadConfig();
  let lines = 0;
  await withApp((app) =>
    app.get(Seeding).run(profile === 'demo', (line) => {
      lines++;
      console.log(line);
    }),
  );
  if (!lines) console.log('seed: nothing to do');
  return 0;
}

import { newId } from '@app/kernel';
import { systemActor } from '@app/platform';
import { Recount } from '@app/workforce';
import { withApp } from './context';

/** `kx recount`: everybody's rows and all tallies anew from the registry's facts. Readers go on meanwhile. */
export async function recountCommand(): Promise<number> {
  return withApp(async (app) => {
    const { persons, runs } = await app.get(Recount).everybody(systemActor('kx recount', newId()));
    console.log(`recount: ${persons} people read, ${runs} rows written`);
    return 0;
  });
}

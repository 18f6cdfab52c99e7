import admin from './admin';
import registry from './registry';

/** Words of officials' pages: learners and the public do not download them (`needsOffice` in `..`). */
export const office = { admin, registry } as const;

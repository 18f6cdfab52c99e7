import admin from './admin';
import desk from './desk';
import goals from './goals';
import registry from './registry';

/** Words of officials' pages: learners and the public do not download them (`needsOffice` in `..`). */
export const office = { admin, desk, goals, registry } as const;

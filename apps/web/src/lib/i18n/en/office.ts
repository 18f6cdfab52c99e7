import admin from './admin';
import registry from './registry';

export const office = { admin, registry } as const;

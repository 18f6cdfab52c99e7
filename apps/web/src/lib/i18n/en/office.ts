import admin from './admin';
import desk from './desk';
import goals from './goals';
import registry from './registry';

export const office = { admin, desk, goals, registry } as const;

export * from './domain/counting-rule';
export * from './domain/explain';
export * from './domain/facts';
export * from './domain/standing';
export * from './domain/tally';

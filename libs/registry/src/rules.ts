export * from './domain/code-sets';

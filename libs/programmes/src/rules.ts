export * from './domain/eligibility';
export * from './domain/programme';

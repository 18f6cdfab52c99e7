export * from './domain/eligibility';

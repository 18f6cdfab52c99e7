export * from './domain/grading';

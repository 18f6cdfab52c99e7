export * from './domain/deadline';
export * from './domain/duties';
export * from './domain/population';
export * from './domain/rate';

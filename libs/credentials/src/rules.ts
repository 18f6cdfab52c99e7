export * from './domain/certificate-number';

/* global require, module */
const base = require('./jest.config.cjs');

/** The composed application over HTTP, on the throw-away services of `npm test`. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts', '<rootDir>/test/security/**/*-spec.ts'],
  testTimeout: 60_000,
  maxWorkers: 2,
};

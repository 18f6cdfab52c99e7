/* global require, module */
const base = require('./jest.config.cjs');

/** The real product in Chromium, at KX_BASE_URL. One worker: one browser, one story at a time. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};

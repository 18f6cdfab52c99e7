/* global require, module */
const base = require('./jest.config.cjs');

/** The real product in Chromium, at KX_BASE_URL. Two workers: the road waits three minutes for its course at real speed. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
  testTimeout: 180_000,
  maxWorkers: 2,
};

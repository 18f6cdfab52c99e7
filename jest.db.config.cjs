/* global require, module */
const base = require('./jest.config.cjs');

/** Stores and use cases on the throw-away MariaDB and Redis of `npm test`; each worker has its own database. */
module.exports = { ...base, testMatch: ['**/*.db-spec.ts'], testTimeout: 60_000, maxWorkers: 2 };

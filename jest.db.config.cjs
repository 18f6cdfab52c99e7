const base = require('./jest.config.cjs');
module.exports = { ...base, testMatch: ['**/*.db-spec.ts'], testTimeout: 60_000, maxWorkers: 2 };

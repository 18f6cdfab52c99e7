/* global require, module, __dirname */
const swcrc = JSON.parse(require('node:fs').readFileSync(`${__dirname}/.swcrc`, 'utf8'));
delete swcrc.$schema;
// Jest cannot run a real dynamic import without its experimental flag: here it becomes require.
swcrc.module.ignoreDynamic = false;

/** Unit tests: no database, no network. */
module.exports = {
  testEnvironment: 'node',
  roots: ['apps/api', 'libs', 'test'].map((dir) => `<rootDir>/${dir}`),
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.m?[jt]s$': ['@swc/jest', { ...swcrc, swcrc: false }] },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@scure|@noble|@peculiar|pkijs|asn1js|bytestreamjs|cookie|light-my-request|marked)/)',
  ],
  moduleNameMapper: { '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
};

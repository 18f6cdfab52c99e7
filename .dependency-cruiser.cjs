/* global module */
// Who may import whom: the plan of the house (docs/house.md), checked by machine.
const order = [
  'kernel',
  'platform',
  'registry',
  'identity',
  'accreditation',
  'programmes',
  'courses',
  'exams',
  'rotations',
  'credentials',
  'workforce',
  'teams',
  'plans',
  'notices',
];
const any = (names) => `(${names.join('|')})`;
const tests = '\\.(spec|db-spec)\\.ts$';

/** A room may import only rooms below it. */
const upward = order.slice(0, -1).map((name, i) => ({
  name: `no-upward-from-${name}`,
  severity: 'error',
  comment: `${name} must not know the rooms above it: questions go down as calls, news goes up as events`,
  from: { path: `^libs/${name}/`, pathNot: tests },
  to: { path: `^libs/${any(order.slice(i + 1))}/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'door-only',
      severity: 'error',
      comment: 'another room only through its door',
      from: { path: '^libs/([^/]+)/', pathNot: tests },
      to: { path: '^libs/[^/]+/src/.+', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-see-doors',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^libs/[^/]+/src/.+', pathNot: '^libs/[^/]+/src/(index|rules)\\.ts$' },
    },
    { name: 'web-is-apart', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^(libs|apps/api)/' } },
    { name: 'libs-below-apps', severity: 'error', from: { path: '^libs/', pathNot: tests }, to: { path: '^apps/' } },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain imports the kernel and its own domain, nothing else',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: tests },
      to: { pathNot: ['^libs/kernel/src/index\\.ts$', '^libs/[^/]+/src/domain/'] },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: tests },
      to: { pathNot: ['^libs/kernel/src/', '^(node:)?crypto$'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/rules\\.ts$' },
      to: { pathNot: ['^libs/[^/]+/src/domain/', '^libs/kernel/src/index\\.ts$'] },
    },
    {
      name: 'api-and-jobs-not-to-data',
      severity: 'error',
      comment: 'resolvers and jobs delegate to use',
      from: { path: '^libs/(?!platform/)[^/]+/src/(api|jobs)/', pathNot: tests },
      to: { path: '^libs/[^/]+/src/data/' },
    },
    {
      name: 'data-not-to-use',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/data/', pathNot: tests },
      to: { path: '^libs/[^/]+/src/(use|api|jobs)/' },
    },
    {
      name: 'use-not-to-api',
      severity: 'error',
      from: { path: '^libs/(?!platform/)[^/]+/src/use/', pathNot: tests },
      to: { path: '^libs/[^/]+/src/(api|jobs)/' },
    },
    // The pages' word files know the shape of their dictionary, which knows them: by type only.
    { name: 'no-cycles', severity: 'error', from: { path: '^(libs|apps/api)/' }, to: { circular: true } },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^(libs|apps/api)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: { path: '^(libs|apps/api)/' }, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.svelte-kit)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};

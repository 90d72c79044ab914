// What `npm run mutation` mutates and how. Everything Stryker writes goes to out/mutation.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['shared/law/**/*.ts', 'shared/dates/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: '.ci/mutation/vitest.config.mjs', pool: 'threads' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // Generous: on a busy machine a slow test must not pass for a mutant that loops for ever.
  timeoutMS: 30_000,
  // Only what the tests read is copied: the domain and its tests. Without a tsconfig in the copy Stryker does not
  // try to rewrite it with the compiler's old API, which TypeScript 7 no longer has.
  ignorePatterns: [
    '/*',
    '!/.ci',
    '!/package.json',
    '!/shared',
    '/shared/tsconfig.json',
    '!/test',
    '/test/*',
    '!/test/property',
    '!/test/support',
    '!/test/unit',
    '/test/unit/*',
    '!/test/unit/shared',
  ],
  tempDirName: 'out/mutation/sandbox',
  cleanTempDir: 'always',
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 85 },
  allowEmpty: false,
};

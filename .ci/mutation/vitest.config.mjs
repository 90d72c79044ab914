// The tests that have to notice a changed line of shared/law or shared/dates: those of the two folders and the
// properties of the same rules. The tests of the screens and of the ledger would notice some by accident.

/** @type {import('vitest/config').UserConfig} */
export default {
  test: {
    environment: 'node',
    // Each mutant gets a worker of its own in any case; one more for each file would double the time.
    isolate: false,
    include: [
      'test/unit/shared/{law,dates}/**/*.test.ts',
      'test/property/{dates,late-interest,limitation}.test.ts',
    ],
  },
};

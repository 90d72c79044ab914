import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const out = (path: string): string => fileURLToPath(new URL(`../../out/${path}`, import.meta.url));

/** Run by `npm test`, which brings the screen, the keyring and the runtime (see .ci/test.mjs). */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: out('test/e2e'),
  // Each test starts a whole application; two cores carry one of them at a time.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Against what hangs, not a measure: a busy machine takes three times as long as an idle one.
  timeout: 180_000,
  reporter: [['list'], ['json', { outputFile: process.env.ACQUIT_E2E_REPORT ?? out('test/e2e.json') }]],
});

// npm run mutation [-- --mutate shared/law/regime.ts]   changes one line of the law at a time and looks for a test that
// fails. Arguments go to Stryker. What it found stays in out/mutation, so that the next run tests only what changed;
// --force tests everything again.
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { modulesFolder } from './paths.mjs';
import { main, run } from './processes.mjs';

await main(async () => {
  await ensureDependencies();
  const stryker = join(modulesFolder, '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const config = join('.ci', 'mutation', 'stryker.config.mjs');
  return run(process.execPath, [stryker, 'run', config, ...process.argv.slice(2)]);
});

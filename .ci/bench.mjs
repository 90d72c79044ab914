// npm run bench [-- pattern]   runs every benchmark of test/bench, one after the other, each in a process of its own.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { main, run, say } from './processes.mjs';

await main(async () => {
  await ensureDependencies();
  const [pattern = ''] = process.argv.slice(2);
  const folder = join(root, 'test', 'bench');
  const names = await readdir(folder).catch(() => []);
  const benchmarks = names.filter((name) => name.endsWith('.ts') && name.includes(pattern)).sort();
  if (benchmarks.length === 0) {
    say('There is no such benchmark in test/bench.');
    return pattern === '' ? 0 : 1;
  }
  let worst = 0;
  // Never side by side: they would measure each other.
  for (const name of benchmarks) {
    say(`— ${name}`);
    worst = Math.max(worst, await run(process.execPath, ['--expose-gc', join(folder, name)]));
  }
  return worst;
});

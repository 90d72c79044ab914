import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { say } from './processes.mjs';

/**
 * Serves the renderer with hot reload, rebuilds main and preload when their sources change, and restarts Electron
 * after each rebuild. Resolves with Electron's exit code when the developer closes the application or presses Ctrl+C.
 */
export async function develop(electron, args, env) {
  const vite = await import('vite');
  const configFile = join(root, 'vite.config.ts');

  const server = await vite.createServer({ configFile, logLevel: 'warn', server: { host: '127.0.0.1' } });
  await server.listen();
  const url = server.resolvedUrls.local[0];
  say(`Renderer with hot reload at ${url}`);

  const app = restartable(electron, args, { ...env, ACQUIT_DEV_SERVER_URL: url });
  const watched = { build: { watch: {} } };
  const builder = await vite.createBuilder({
    configFile,
    logLevel: 'warn',
    environments: { main: watched, preload: watched },
  });
  const watchers = [];
  for (const name of ['main', 'preload']) watchers.push(await watch(builder, name, app.restart));
  app.start();

  const code = await app.closed;
  await Promise.all([...watchers.map((watcher) => watcher.close()), server.close()]);
  return code;
}

/** Resolves once the first build is there; every later one calls `rebuilt`. A build with errors leaves the app alone. */
async function watch(builder, name, rebuilt) {
  const watcher = await builder.build(builder.environments[name]);
  await new Promise((resolve) => {
    let built = false;
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
      if (event.code !== 'BUNDLE_END') return;
      if (built) {
        say(`${name} changed: restarting Electron`);
        rebuilt();
      }
      built = true;
      resolve();
    });
  });
  return watcher;
}

/** A process that can be replaced by a fresh one; `closed` resolves when it ends without being replaced. */
function restartable(command, args, env) {
  let child;
  let replacing = false;
  let queue = Promise.resolve();
  let reportClosed;
  const closed = new Promise((resolve) => {
    reportClosed = resolve;
  });

  const start = () => {
    child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    child.on('exit', (code) => {
      if (!replacing) reportClosed(code ?? 1);
    });
  };
  const replace = async () => {
    replacing = true;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    replacing = false;
    start();
  };
  process.once('SIGTERM', () => child?.kill('SIGTERM'));
  return {
    start,
    closed,
    restart: () => {
      queue = queue.then(replace);
    },
  };
}

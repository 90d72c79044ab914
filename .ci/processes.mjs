import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/** One line for the developer: every step that takes time or installs something says so, once. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A fault of the machine or the network that a developer can act on: shown as one line, without a stack. */
export class SetupError extends Error {}

let stopRequested = false;

/**
 * Runs a program in the root of the clone, its output going to the terminal, and resolves with its exit code.
 * A polite kill is passed on; Ctrl+C reaches the program by itself, and a second one would cut its orderly end short.
 * This process ends only after the program, so that nothing is left behind.
 */
export function run(command, args, options = {}) {
  if (stopRequested) return Promise.resolve(143);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = () => child.kill('SIGTERM');
    const kill = () => child.kill('SIGKILL');
    process.on('SIGTERM', forward);
    process.on('exit', kill);
    const settle = (act) => {
      process.off('SIGTERM', forward);
      process.off('exit', kill);
      act();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) => settle(() => resolve(code ?? (signal === 'SIGINT' ? 130 : 143))));
  });
}

/** Runs a short program without output; returns what it printed and its exit code (127 where it does not exist). */
export function capture(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  const code = done.error ? 127 : (done.status ?? 1);
  return { code, stdout: done.stdout ?? '', stderr: done.stderr ?? '' };
}

/** Is there a program of this name on the path? */
export function hasProgram(name) {
  const probe = process.platform === 'win32' ? ['where', [name]] : ['sh', ['-c', `command -v ${name}`]];
  return capture(...probe).code === 0;
}

/**
 * Runs the whole of a script and turns its outcome into the exit code; a SetupError becomes one line.
 * A request to stop goes to the program that is running; the script then unwinds, within ten seconds, and starts
 * nothing more.
 */
export async function main(script) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopRequested = true;
      setTimeout(() => process.exit(143), 10_000).unref();
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) stopWithNpm();
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** A kill that reaches npm ends npm and its shell, not the script: without this the application would run on. */
function stopWithNpm() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { outFolder } from './paths.mjs';
import { SetupError } from './processes.mjs';

/** Is there no screen to show a window on? */
export const hasNoScreen =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Out of reach of Ctrl+C: Electron loses its bus and its screen only after it has ended. */
const detached = true;

/**
 * Starts what a Linux desktop session has and a container lacks, and returns `{ env, stop }`: the environment for
 * Electron, and a function that ends everything again.
 *  - a screen: Xvfb on a number that it picks itself, so that several sessions can run side by side;
 *  - a session bus with an unlocked gnome-keyring: without it safeStorage would only offer `basic_text`, and the
 *    application refuses to store a password.
 * With `ownScreen` and `ownBus` false, what the developer's session already has is used as it is.
 * The keyring lives in `keyringFolder` and has a password that is no secret: never the user's own keyring.
 */
export async function startDesktopSession({ ownScreen, ownBus, keyringFolder = join(outFolder, 'keyring') }) {
  const children = [];
  const env = { ...process.env };
  const stop = async () => {
    for (const child of children.reverse()) await end(child);
    process.off('exit', killAll);
  };
  const killAll = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.on('exit', killAll);
  try {
    if (ownScreen) {
      children.push(
        start('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], env, 3),
      );
      env.DISPLAY = `:${await firstLine(children.at(-1), 3)}`;
      delete env.WAYLAND_DISPLAY;
      env.ACQUIT_VIRTUAL_SCREEN = '1';
    }
    if (ownBus) {
      children.push(start('dbus-daemon', ['--session', '--nofork', '--print-address=3'], env, 3));
      env.DBUS_SESSION_BUS_ADDRESS = await firstLine(children.at(-1), 3);
      // Chromium chooses its password store by the desktop's name; a session without one gets `basic_text`.
      env.XDG_CURRENT_DESKTOP = 'GNOME';
      children.push(await startKeyring(keyringFolder, env));
      // A container has no system bus either; Chromium would complain about it on every start.
      if (!existsSync('/run/dbus/system_bus_socket'))
        env.DBUS_SYSTEM_BUS_ADDRESS = env.DBUS_SESSION_BUS_ADDRESS;
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

async function startKeyring(folder, env) {
  const runtimeFolder = join(folder, 'run');
  await rm(runtimeFolder, { recursive: true, force: true });
  await mkdir(runtimeFolder, { recursive: true, mode: 0o700 });
  const keyring = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', '--control-directory', runtimeFolder],
    { env: { ...env, XDG_DATA_HOME: join(folder, 'data') }, stdio: ['pipe', 'pipe', 'ignore'], detached },
  );
  const ready = firstLine(keyring, 1);
  keyring.stdin.end('acquit development');
  await ready;
  return keyring;
}

function start(command, args, env, reportDescriptor) {
  const stdio = ['ignore', 'ignore', 'ignore'];
  stdio[reportDescriptor] = 'pipe';
  return spawn(command, args, { env, stdio, detached });
}

/** What the program reports once it is ready; a SetupError where it ends or is silent for ten seconds. */
function firstLine(child, descriptor) {
  return new Promise((resolve, reject) => {
    const name = child.spawnfile;
    const timer = setTimeout(() => reject(new SetupError(`${name} did not start within 10 s.`)), 10_000);
    const settle = (act) => {
      clearTimeout(timer);
      act();
    };
    let text = '';
    child.stdio[descriptor].setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const [line, rest] = text.split('\n');
      if (rest !== undefined) settle(() => resolve(line));
    });
    child.on('error', (error) =>
      settle(() => reject(new SetupError(`${name} cannot be started: ${error.message}`))),
    );
    child.on('exit', (code) => settle(() => reject(new SetupError(`${name} ended with code ${code}.`))));
  });
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(timer);
}

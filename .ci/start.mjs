// npm start [-- --demo]   builds the application and opens it; without a screen, under Xvfb with a screenshot.
// npm run dev             the same with hot reload of the renderer and a restart when main or preload change.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { develop } from './develop.mjs';
import { hasNoScreen, startDesktopSession } from './display.mjs';
import { electronExecutable, launchArguments } from './electron-runtime.mjs';
import { ensureLinuxLibraries } from './linux-libraries.mjs';
import { outFolder } from './paths.mjs';
import { main, run, say } from './processes.mjs';

await main(async () => {
  await ensureDependencies();
  ensureLinuxLibraries({ headless: hasNoScreen, tests: false });
  const electron = await electronExecutable();
  const options = process.argv.slice(2);
  const hotReload = options.includes('--dev');

  // With a screen but no session bus (a remote shell, some containers) the keyring is the user's to start.
  const session = await startDesktopSession({
    ownScreen: hasNoScreen,
    ownBus: hasNoScreen && !process.env.DBUS_SESSION_BUS_ADDRESS,
  });
  const args = launchArguments(
    options.filter((option) => option !== '--dev'),
    session.env,
  );
  try {
    if (hasNoScreen) {
      await rm(join(outFolder, 'start.png'), { force: true });
      session.env.ACQUIT_SCREENSHOT = 'out/start.png';
      say('No screen: running under Xvfb; a picture of the main window goes to out/start.png.');
    }
    if (hotReload) return await develop(electron, args, session.env);
    const built = await build();
    if (built !== 0) return built;
    say('Acquit is running; Ctrl+C ends it.');
    return await run(electron, args, { env: session.env });
  } finally {
    await session.stop();
  }
});

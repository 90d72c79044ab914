// npm start [-- --demo]   builds the application and opens it; without a screen, under Xvfb with a screenshot.
// npm run dev             the same with hot reload of the renderer and a restart when main or preload change.
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { develop } from './develop.mjs';
import { hasNoScreen, startDesktopSession } from './display.mjs';
import { electronExecutable, launchArguments } from './electron-runtime.mjs';
import { ensureLinuxLibraries } from './linux-libraries.mjs';
import { main, run, say } from './processes.mjs';

await main(async () => {
  await ensureDependencies();
  ensureLinuxLibraries({ headless: hasNoScreen, tests: false });
  const electron = await electronExecutable();
  const options = process.argv.slice(2);

  // With a screen but no session bus (a remote shell, some containers) the keyring is the user's to start.
  const session = await startDesktopSession({
    ownScreen: hasNoScreen,
    ownBus: hasNoScreen && noSessionBus(),
  });
  try {
    if (hasNoScreen) {
      say('No screen: running under Xvfb; a picture of the main window goes to out/start.png.');
      session.env.ACQUIT_SCREENSHOT ??= 'out/start.png';
    }
    if (options.includes('--dev')) {
      return await develop(
        electron,
        launchArguments(...options.filter((option) => option !== '--dev')),
        session.env,
      );
    }
    const built = await build();
    if (built !== 0) return built;
    return await run(electron, launchArguments(...options), { env: session.env });
  } finally {
    await session.stop();
  }
});

function noSessionBus() {
  return !process.env.DBUS_SESSION_BUS_ADDRESS;
}

import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { places } from './support/places.ts';
import { noteWhatIsOpened } from './support/system-dialogs.ts';
import { goTo } from './support/window.ts';

/** What an attacker reaches from a frame of the page. */
const bridgeOfFrame = (window: Page, source: { readonly src?: string; readonly srcdoc?: string }) =>
  window.evaluate(async ({ src, srcdoc }) => {
    const frame = document.createElement('iframe');
    if (src !== undefined) frame.src = src;
    if (srcdoc !== undefined) frame.srcdoc = srcdoc;
    const loaded = new Promise((settle) => frame.addEventListener('load', settle, { once: true }));
    document.body.append(frame);
    await loaded;
    const content = frame.contentWindow;
    let bridge: string;
    try {
      bridge = typeof (content === null ? undefined : Reflect.get(content, 'acquit'));
    } catch {
      bridge = 'another origin';
    }
    frame.remove();
    return bridge;
  }, source);

test('the page has a strict policy, and no screen violates it', async ({ start }) => {
  const { app, window } = await start({ args: ['--demo'] });
  await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
  const policy = await app.evaluate(async ({ session }) => {
    const response = await session.defaultSession.fetch('app://acquit/');
    return response.headers.get('content-security-policy') ?? '';
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'(;|$)/);
  expect(policy).not.toContain('unsafe');
  // Recorded from here on; violations at the start stand in the console and fail every test.
  await window.evaluate(() => {
    const violations: string[] = [];
    Reflect.set(globalThis, 'violations', violations);
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  for (const place of places) {
    await goTo(window, place);
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(await window.evaluate(() => Reflect.get(globalThis, 'violations'))).toEqual([]);
});

test('inline scripts, eval and requests to the network are refused', async ({ start, expectedProblems }) => {
  expectedProblems.push(/Content Security Policy/i, /Failed to (load|fetch)/, /Refused to/, /eval/);
  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  const outcome = await window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.inlineRan = true');
    document.body.append(button);
    button.click();
    button.remove();
    const refused = async (act: () => Promise<unknown>): Promise<string> =>
      act().then(
        () => 'done',
        () => 'refused',
      );
    return {
      inline: typeof Reflect.get(globalThis, 'inlineRan'),
      fetched: await refused(() => fetch('https://example.com/')),
      image: await refused(
        () =>
          new Promise((settle, fail) => {
            const image = new Image();
            image.onload = settle;
            image.onerror = fail;
            image.src = 'https://example.com/pixel.png';
          }),
      ),
    };
  });
  expect(outcome).toEqual({ inline: 'undefined', fetched: 'refused', image: 'refused' });
});

test('the page cannot go anywhere else, nor open a window', async ({ start, expectedProblems }) => {
  expectedProblems.push(/Content Security Policy/i, /Failed to load/, /Refused to/, /Not allowed to/);
  const { app, window } = await start();
  const opened = await noteWhatIsOpened(app);
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,<p>x</p>']) {
    await window.evaluate((address) => {
      location.href = address;
    }, target);
    await window.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
  }
  for (const target of ['https://example.com/', 'app://acquit/', 'file:///etc/passwd'])
    expect(await window.evaluate((address) => open(address) === null, target), target).toBe(true);
  // Asked of the page itself: Playwright would wait for the navigations that were refused.
  expect(await window.evaluate(() => `${location.href} ${document.querySelector('h1')?.textContent}`)).toBe(
    'app://acquit/ Vos factures, payées.',
  );
  expect(app.windows()).toHaveLength(1);
  // The one thing that may happen with an address: the system's browser, for https and mailto alone.
  await expect.poll(opened.seen).toEqual(['link https://example.com/']);
});

test('a frame in the page has no bridge, and the page itself may not be framed', async ({
  start,
  expectedProblems,
}) => {
  expectedProblems.push(/frame-ancestors/i, /Content Security Policy/i, /Refused to/);
  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await bridgeOfFrame(window, { srcdoc: '<p>letter</p>' })).toBe('undefined');
  expect(await bridgeOfFrame(window, { src: 'app://acquit/' })).not.toBe('object');
});

test('requests from another window and malformed requests are refused without detail', async ({
  start,
  expectedProblems,
}) => {
  expectedProblems.push(/request from a sender that is not the application/, /channel mirrorStatus/);
  expectedProblems.push(/channel openLedger/, /ZodError/, /invalid_value/);
  const { app, window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  // A second window with the same preload and the same page, as an injected one would be at best.
  const answer = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${electronApp.getAppPath()}/out/build/electron/preload.cjs`,
        sandbox: true,
        contextIsolation: true,
      },
    });
    await stranger.loadURL('app://acquit/');
    const answered: unknown = await stranger.webContents.executeJavaScript('window.acquit.mirrorStatus()');
    stranger.destroy();
    return answered;
  });
  expect(answer).toEqual({ ok: false, error: { kind: 'refused', message: 'Demande refusée.' } });
  const malformed = await window.evaluate(() =>
    (Reflect.get(globalThis, 'acquit') as { openLedger(name: unknown): Promise<unknown> }).openLedger(
      '../../etc',
    ),
  );
  expect(malformed).toEqual({
    ok: false,
    error: { kind: 'invalid-request', message: 'La demande n’a pas pu être lue.' },
  });
});

test('the page has no Node and no permissions', async ({ start }) => {
  const { app, window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  expect(
    await window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', '__dirname', 'global'].filter(
        (name) => Reflect.get(globalThis, name) !== undefined,
      ),
    ),
  ).toEqual([]);
  const settings = await app.evaluate(({ BrowserWindow }) => {
    // Not in Electron's public types.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const all = contents.getLastWebPreferences();
    return {
      sandbox: all.sandbox,
      isolated: all.contextIsolation,
      node: all.nodeIntegration,
      webview: all.webviewTag,
    };
  });
  expect(settings).toEqual({ sandbox: true, isolated: true, node: false, webview: false });
  expect(
    await window.evaluate(async () => ({
      notifications: (await navigator.permissions.query({ name: 'notifications' })).state,
      place: await new Promise((settle) =>
        navigator.geolocation.getCurrentPosition(
          () => settle('granted'),
          () => settle('denied'),
        ),
      ),
    })),
  ).toEqual({ notifications: 'denied', place: 'denied' });
});

test('only the page, its parts and the documents of the ledger are served', async ({
  start,
  expectedProblems,
}) => {
  expectedProblems.push(/status of 404/);
  const { window } = await start();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  const status = (path: string): Promise<number> =>
    window.evaluate((address) => fetch(address).then((response) => response.status), `app://acquit${path}`);
  expect(await status('/')).toBe(200);
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    `/documents/${'0'.repeat(64)}.pdf`,
    '/documents/../settings.json',
  ])
    expect(await status(path), path).toBe(404);
});

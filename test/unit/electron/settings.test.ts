import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { applicationClock } from '../../../electron/settings/application-clock.ts';
import { ledgerFolders } from '../../../electron/settings/folders.ts';
import { launchOptions } from '../../../electron/settings/launch-options.ts';
import { usablePlacement } from '../../../electron/shell/window-placement.ts';

const folder = mkdtempSync(join(tmpdir(), 'acquit-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  const words = [
    '--demo',
    '--hidden',
    '--profile=/somewhere',
    '--clock=/clock',
    '--extra-certificate=/ca.pem',
  ];

  it('gives an unpackaged application its profile and its clock', () => {
    expect(launchOptions(words, false)).toEqual({
      demo: true,
      hidden: true,
      profile: '/somewhere',
      clockFile: '/clock',
      extraCertificate: '/ca.pem',
    });
  });

  it('gives a packaged one neither, nor another certificate authority', () => {
    expect(launchOptions(words, true)).toEqual({ demo: true, hidden: true });
  });
});

describe('the clock of a test', () => {
  it('shows the written instant and runs on from the moment of writing', () => {
    const file = join(folder, 'clock');
    writeFileSync(file, '2026-11-23T09:00:00.000Z');
    const anHourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, anHourAgo, anHourAgo);
    const shown = applicationClock(file).nowMs();
    expect(Math.abs(shown - Date.parse('2026-11-23T10:00:00.000Z'))).toBeLessThan(60_000);
  });

  it('that holds no instant is a bug of the test, not midnight', () => {
    const file = join(folder, 'no-clock');
    writeFileSync(file, 'demain');
    expect(() => applicationClock(file).nowMs()).toThrow(RangeError);
  });

  it('is the PC’s where none is given', () => {
    expect(applicationClock(undefined).offsetMs()).toBe(0);
  });
});

describe('the folders of a ledger', () => {
  it('keep the demonstration inside the profile, away from the real one', () => {
    const real = ledgerFolders('/profile', 'main', '/home/sandrine/Documents');
    const demo = ledgerFolders('/profile', 'demo', '/home/sandrine/Documents');
    expect(real.eml).toBe(join('/home/sandrine/Documents', 'Acquit', 'E-mails à envoyer'));
    expect(Object.values(demo).every((path) => path.startsWith(join('/profile', 'ledgers', 'demo')))).toBe(
      true,
    );
    expect(new Set([...Object.values(real), ...Object.values(demo)]).size).toBe(14);
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const remembered = { x: 100, y: 80, width: 1300, height: 800, maximised: false };

  it('is the remembered one while it can be seen', () => {
    expect(usablePlacement(remembered, [screen])).toEqual(remembered);
  });

  it('is in sight again when the second screen was unplugged', () => {
    const placed = usablePlacement({ ...remembered, x: 2500 }, [screen]);
    expect(placed.x).toBeGreaterThanOrEqual(0);
    expect(placed.x + placed.width).toBeLessThanOrEqual(screen.width);
  });

  it('is never smaller than the screens of the application need', () => {
    expect(usablePlacement({ ...remembered, width: 300, height: 200 }, [screen])).toMatchObject({
      width: 1024,
      height: 700,
    });
  });
});

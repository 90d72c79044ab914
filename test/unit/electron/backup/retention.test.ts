import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { backupsToDelete, type KeptBackup } from '../../../../electron/backup/retention.ts';
import { addDays, type Day, day } from '../../../../shared/dates/day.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const backupOn = (on: Day, hour = 8, kind: KeptBackup['kind'] = 'regular'): KeptBackup => ({
  name: `${on} ${hour} ${kind}`,
  at: `${on}T${String(hour).padStart(2, '0')}:00:00.000Z`,
  on,
  kind,
});
const last = day('2026-11-22');

test('after three years of daily backups: 7 days, 5 weeks, 12 months', () => {
  let kept: KeptBackup[] = [];
  for (let index = 1100; index >= 0; index -= 1) {
    const made = backupOn(addDays(last, -index));
    kept = [...kept, made];
    const gone = backupsToDelete(kept, made.name);
    kept = kept.filter(({ name }) => !gone.includes(name));
  }
  expect(kept.map(({ on }) => on).reverse()).toEqual([
    ...['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16'],
    ...['2026-11-15', '2026-11-08', '2026-11-01', '2026-10-31', '2026-10-25', '2026-09-30', '2026-08-31'],
    ...['2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31'],
    '2025-12-31',
  ]);
});

test('all backups of the newest day stay, and one of each earlier day', () => {
  const backups = [7, 8, 9].flatMap((hour) => [backupOn(last, hour), backupOn(addDays(last, -1), hour)]);
  expect(backupsToDelete(backups, undefined)).toEqual(['2026-11-21 7 regular', '2026-11-21 8 regular']);
});

test('a year without backups loses none of the old ones', () => {
  const old = Array.from({ length: 7 }, (_, index) => backupOn(addDays(last, -400 - index)));
  expect(backupsToDelete([...old, backupOn(last)], undefined)).toEqual([]);
});

test('the three newest states before a restore stay, and push no other backup out', () => {
  const before = [5, 4, 3, 2, 1].map((count) => backupOn(addDays(last, -count), 9, 'before-restore'));
  expect(backupsToDelete([...before, backupOn(last)], undefined)).toEqual([before[0]?.name, before[1]?.name]);
});

test('the backup just made and the newest one are never deleted, whatever the clock said', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.nat(23), fc.boolean()), {
        minLength: 1,
        selector: ([offset, hour, regular]) => `${offset} ${hour} ${regular}`,
      }),
      fc.nat(),
      (entries, pick) => {
        const backups = entries.map(([offset, hour, regular]) =>
          backupOn(addDays(last, offset), hour, regular ? 'regular' : 'before-restore'),
        );
        const made = backups[pick % backups.length]?.name;
        const gone = backupsToDelete(backups, made);
        expect(gone).not.toContain(made);
        expect(gone.length).toBeLessThan(backups.length);
        const newest = backups
          .filter(({ kind }) => kind === 'regular')
          .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        expect(gone).not.toContain(newest?.name);
      },
    ),
    { seed: 20261122, numRuns: 500 },
  );
});

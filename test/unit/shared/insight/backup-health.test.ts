import { describe, expect, test } from 'vitest';
import { backupWarnings, isBackupAtRisk } from '../../../../shared/insight/backup-health.ts';
import type { BackupStatus } from '../../../../shared/ipc/scheduler-contract.ts';

const nowMs = Date.parse('2026-11-23T10:00:00Z');
const dayMs = 86_400_000;
const second = { folder: '/usb', lastAt: '2026-11-23T08:00:00.000Z', isOnSameDisk: false };
const good: BackupStatus = {
  lastAt: '2026-11-23T08:00:00.000Z',
  verified: true,
  folder: '/docs',
  second,
  backups: [{ name: 'a', at: '2026-11-23T08:00:00.000Z', sequence: 1, bytes: 1, kind: 'regular' }],
};
const kinds = (status: BackupStatus): readonly string[] =>
  backupWarnings(status, nowMs).map(({ kind }) => kind);

describe('warnings about the backups', () => {
  test('none where one was made today and copied to another disk', () => {
    expect(backupWarnings(good, nowMs)).toEqual([]);
    expect(isBackupAtRisk(good, nowMs)).toBe(false);
  });

  test.each([
    [7, false],
    [8, true],
    [-1, false],
  ])('%s days old: %s', (days, warned) => {
    const lastAt = new Date(nowMs - days * dayMs).toISOString();
    expect(kinds({ ...good, lastAt }).includes('old')).toBe(warned);
    expect(isBackupAtRisk({ ...good, lastAt }, nowMs)).toBe(warned);
  });

  test('the last one failed: its own words first', () => {
    const [worst] = backupWarnings({ ...good, problem: 'Le disque est plein.' }, nowMs);
    expect(worst).toEqual({ kind: 'failed', tone: 'alert', text: 'Le disque est plein.' });
  });

  test('the second folder out of reach, absent, or on the same disk', () => {
    expect(kinds({ ...good, second: { ...second, problem: 'introuvable' } })).toEqual(['second-unreachable']);
    expect(kinds({ ...good, second: undefined })).toEqual(['second-absent']);
    expect(kinds({ ...good, second: { ...second, isOnSameDisk: true } })).toEqual(['second-absent']);
    expect(isBackupAtRisk({ ...good, second: undefined }, nowMs)).toBe(false);
  });

  test('no backup yet is told, and asks for no second folder', () => {
    expect(kinds({ verified: false, folder: '/docs', backups: [] })).toEqual(['none']);
  });

  test('a rehearsal that failed', () => {
    const rehearsal = {
      at: '2026-11-23T08:00:00.000Z',
      name: 'a',
      backupAt: '2026-11-23T08:00:00.000Z',
      outcome: { kind: 'failed', message: 'Cette sauvegarde est abîmée.' },
    } as const;
    expect(kinds({ ...good, rehearsal })).toEqual(['rehearsal-failed']);
    expect(backupWarnings({ ...good, rehearsal }, nowMs)[0]?.text).toContain('23/11/2026');
  });
});

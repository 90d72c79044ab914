import { expect, test } from 'vitest';
import {
  type BackupFailure,
  backupFailureText,
  missingDocumentsText,
} from '../../../../electron/backup/backup-failure.ts';
import { backupReadme } from '../../../../electron/backup/readme.ts';
import { exportFailureText } from '../../../../electron/export/export-failure-text.ts';
import { exportReadme } from '../../../../electron/export/readme.ts';
import { mirrorFailureText } from '../../../../electron/mirror/mirror-failure-text.ts';

const io = (code: string) => ({ kind: 'io', code, fileName: 'journal.ndjson' }) as const;
const codes = ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'EIO'].map(io);
const backupFailures: readonly BackupFailure[] = [
  { kind: 'nothing-to-back-up' },
  { kind: 'ledger-refused', status: 'damaged' },
  { kind: 'ledger-refused', status: 'newer-version' },
  { kind: 'unknown-backup' },
  { kind: 'damaged-backup', fileName: 'journal.ndjson' },
  { kind: 'newer-backup' },
  { kind: 'outbox-refused' },
  ...codes,
];
const texts = [
  ...backupFailures.map((failure) => backupFailureText(failure, '/media/Clé USB')),
  ...[1, 3].map(missingDocumentsText),
  ...[
    { kind: 'gap', expectedSequence: 3 } as const,
    { kind: 'damaged', line: 4, fileName: 'journal.ndjson' } as const,
    { kind: 'newer-version', formatVersion: 2 } as const,
    ...codes,
  ].map(mirrorFailureText),
  ...[
    { kind: 'nothing-to-export' } as const,
    { kind: 'ledger-refused' } as const,
    { kind: 'too-large' } as const,
    ...codes,
  ].map(exportFailureText),
];

test.each(texts)('« %s » is one or more French sentences in correct typography', (text) => {
  expect(text).toMatch(/^\p{Lu}.*\.$/su);
  expect(text).not.toMatch(/'|[^\u00a0]»|«[^\u00a0]|[^\u202f][;!?]|[^\u00a0]:/u);
});

test('the explanations inside backups and exports are in correct typography', () => {
  for (const text of [backupReadme, exportReadme]) {
    expect(text).not.toMatch(/[a-zà-ÿ]'|[^\u00a0]»|«[^\u00a0]/u);
    expect(text.replaceAll(/\{.*\}/g, '')).not.toMatch(/ [:!?]/u);
  }
});

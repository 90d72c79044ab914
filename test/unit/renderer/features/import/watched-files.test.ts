import { describe, expect, it } from 'vitest';
import { sourceOfFile } from '../../../../../renderer/features/import/source-of-file.ts';
import { filesToImport } from '../../../../../renderer/features/import/watched-files.ts';
import { instantOf } from '../../../../../shared/dates/clock.ts';
import { suggestMapping } from '../../../../../shared/importing/column-mapping.ts';
import { readTable } from '../../../../../shared/importing/table.ts';
import type { ImportProfile, ImportRecord } from '../../../../../shared/ledger/history.ts';
import { zeroCents } from '../../../../../shared/money/cents.ts';
import { successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';

const at = instantOf(0);
const file = (hash: string) => ({ name: `${hash}.csv`, size: 10, modifiedAt: at, hash });
const record = (changes: Partial<ImportRecord>): ImportRecord => ({
  id: 'i',
  fileName: 'x.csv',
  fileHash: 'none',
  importedAt: at,
  newInvoices: 0,
  updatedInvoices: 0,
  newClients: 0,
  openCents: zeroCents,
  ...changes,
});
const status = { state: 'watching' as const, files: [file('a'), file('b'), file('c')], refused: [] };

describe('files of the watched folder', () => {
  it('are proposed until they were imported, alone or in a batch', () => {
    expect(filesToImport(status, []).map(({ hash }) => hash)).toEqual(['a', 'b', 'c']);
    expect(
      filesToImport(status, [
        record({ fileHash: 'a' }),
        record({ fileHash: 'z', fileHashes: ['c', 'd'] }),
      ]).map(({ hash }) => hash),
    ).toEqual(['b']);
    expect(filesToImport(undefined, [])).toEqual([]);
  });

  it('are told by the source that their titles belong to', () => {
    const bytes = utf8Bytes('Facture;Client;Date;Montant TTC\r\nF-1;Dupont;01/09/2026;12,00');
    expect(sourceOfFile(bytes, [])).toBeUndefined();
    const profile: ImportProfile = {
      id: 'p',
      name: 'Sage',
      headerFingerprint: suggestMapping(successOf(readTable(bytes))).fingerprint,
      mapping: {},
    };
    expect(sourceOfFile(bytes, [profile])).toBe('source «\u00a0Sage\u00a0»');
    expect(sourceOfFile(bytes, [{ ...profile, name: 'CIC', content: 'bank' }])).toBe(
      'source «\u00a0CIC\u00a0»',
    );
    expect(sourceOfFile(bytes, [{ ...profile, headerFingerprint: 'other' }])).toBeUndefined();
    expect(sourceOfFile(utf8Bytes('OFXHEADER:100\r\n<OFX>'), [])).toBe('relevé bancaire');
    expect(sourceOfFile(utf8Bytes('BEGIN:VCARD\r\n'), [])).toBe('contacts');
  });
});

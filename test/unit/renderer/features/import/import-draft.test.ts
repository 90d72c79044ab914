import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../../../../renderer/features/import/file-reader.ts';
import { openFileSession } from '../../../../../renderer/features/import/file-session.ts';
import {
  profileToSave,
  sourceName,
  startDraft,
  withColumn,
  withCorrection,
} from '../../../../../renderer/features/import/import-draft.ts';
import type { ImportProfile } from '../../../../../shared/ledger/history.ts';
import { successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';

const bytes = utf8Bytes(
  'Pièce;Tiers;Date;Total;Divers\r\nF-1;Dupont;01/09/2026;10,00;x\r\nF-2;Roux;02/09/2026;12,00;y\r\n',
);

const draftWith = (profiles: readonly ImportProfile[] = []) => {
  const session = openFileSession(bytes);
  const reading: FileReading = {
    open: () => Promise.resolve({ fileHash: '00', content: { kind: 'table' } }),
    document: () => Promise.resolve({ fileHash: '00', documents: [] }),
    kept: () => Promise.resolve(undefined),
    fec: () => Promise.reject(new Error('no entries here')),
    contacts: () => Promise.reject(new Error('no contacts here')),
    lifeCycle: () => Promise.reject(new Error('no statuses here')),
    mail: () => Promise.reject(new Error('no e-mail here')),
    table: (options) => Promise.resolve(session.readTable(options)),
    rows: (mapping, formats) => Promise.resolve(session.readRows(mapping, formats)),
    lines: (lines) => Promise.resolve(session.rowsOn(lines)),
    close: () => undefined,
  };
  const table = successOf(session.readTable({}));
  return startDraft({ fileName: 'ventes.csv', fileHash: '00', reading, options: {}, table }, profiles);
};

describe('the draft of an import', () => {
  it('starts with what was detected, and has nothing to remember', () => {
    const draft = draftWith();
    expect(draft.mapping).toEqual({ number: 0, clientName: 1, issuedOn: 2, totalCents: 3 });
    expect(profileToSave(draft, () => 'p1')).toBeUndefined();
  });

  it('uses each column and each target once', () => {
    const { mapping } = draftWith();
    expect(withColumn(mapping, 4, 'number')).toEqual({
      number: 4,
      clientName: 1,
      issuedOn: 2,
      totalCents: 3,
    });
    expect(withColumn(mapping, 1, 'clientCode')).toEqual({
      number: 0,
      clientCode: 1,
      issuedOn: 2,
      totalCents: 3,
    });
    expect(withColumn(mapping, 1, undefined)).toEqual({ number: 0, issuedOn: 2, totalCents: 3 });
  });

  it('remembers what the user changed, and finds it again for the next file of the same program', () => {
    const draft = draftWith();
    const changed = {
      ...draft,
      mapping: withColumn(draft.mapping, 4, 'orderReference'),
      formats: { dateOrder: 'mdy' as const },
    };
    const profile = profileToSave(changed, () => 'p1');
    expect(profile).toMatchObject({ id: 'p1', name: 'ventes' });
    const next = draftWith(profile ? [profile] : []);
    expect(next.mapping).toEqual(changed.mapping);
    expect(next.formats).toEqual({ dateOrder: 'mdy' });
    expect(profileToSave(next, () => 'p2')).toBeUndefined();
  });

  it('takes the name that the user gives the source, and renames it for the next file', () => {
    const named = profileToSave({ ...draftWith(), profileName: ' Sage ' }, () => 'p1');
    expect(named).toMatchObject({ id: 'p1', name: 'Sage' });
    const next = draftWith(named ? [named] : []);
    expect(next.profile?.name).toBe('Sage');
    expect(profileToSave({ ...next, profileName: 'Sage 100' }, () => 'p2')).toMatchObject({
      id: 'p1',
      name: 'Sage 100',
    });
    expect(profileToSave({ ...next, profileName: '' }, () => 'p2')).toBeUndefined();
  });

  it('takes no profile of another kind of file that has the same titles', () => {
    const profile = profileToSave({ ...draftWith(), profileName: 'Banque' }, () => 'p1');
    expect(draftWith(profile ? [{ ...profile, content: 'bank' }] : []).profile).toBeUndefined();
  });

  it.each([
    ['export_factures_2026-11.csv', 'export factures'],
    ['C:\\Sage\\Factures (3).xlsx', 'Factures'],
    ['2026.csv', '2026.csv'],
  ])('calls the source of %s « %s »', (fileName, name) => {
    expect(sourceName(fileName)).toBe(name);
  });

  it('keeps several corrections of one line', () => {
    const first = withCorrection(new Map(), 3, 'number', 'F-9');
    expect(withCorrection(first, 3, 'issuedOn', '01/01/2026').get(3)).toEqual({
      number: 'F-9',
      issuedOn: '01/01/2026',
    });
  });
});

import { expect, it } from 'vitest';
import {
  removeImportProfile,
  renameImportProfile,
} from '../../../../../renderer/db/commands/import-profiles.ts';
import type { ImportProfile } from '../../../../../shared/ledger/history.ts';
import { emptyLedger } from '../../../../../shared/ledger/ledger.ts';
import { applied, decided, refused } from './decide.ts';

const profile: ImportProfile = { id: 'p', name: 'Sage', headerFingerprint: 'f', mapping: { number: 0 } };
const ledger = { ...emptyLedger(), importProfiles: new Map([['p', profile]]) };

it('a source gets another name and keeps its columns', () => {
  const next = applied(ledger, decided(renameImportProfile, ledger, { id: 'p', name: ' Sage 100 ' }));
  expect(next.importProfiles.get('p')).toEqual({ ...profile, name: 'Sage 100' });
  expect(refused(renameImportProfile, ledger, { id: 'p', name: ' ' }).kind).toBe('no-name');
  expect(refused(renameImportProfile, ledger, { id: 'p', name: 'Sage' }).kind).toBe('same-name');
  expect(refused(renameImportProfile, ledger, { id: 'x', name: 'A' }).kind).toBe('no-profile');
});

it('a source is forgotten', () => {
  const next = applied(ledger, decided(removeImportProfile, ledger, { id: 'p' }));
  expect(next.importProfiles.size).toBe(0);
  expect(refused(removeImportProfile, next, { id: 'p' }).kind).toBe('no-profile');
});

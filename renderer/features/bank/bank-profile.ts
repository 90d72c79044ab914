import type { BankCsvColumns } from '../../../shared/importing/bank-csv-columns.ts';
import type { ImportProfile } from '../../../shared/ledger/history.ts';
import type { SavedBankColumns } from './bank-reader-protocol.ts';

/** The columns of bank files that the user chose before. */
export const bankProfilesOf = (profiles: Iterable<ImportProfile>): readonly SavedBankColumns[] =>
  [...profiles].flatMap(({ content, headerFingerprint, mapping }) =>
    content === 'bank' ? [{ fingerprint: headerFingerprint, mapping }] : [],
  );

/** The profile to save for these columns: it takes the place of an older one for the same titles. */
export const bankProfileOf = (
  profiles: Iterable<ImportProfile>,
  { fingerprint, columns, name }: { fingerprint: string; columns: BankCsvColumns; name: string },
  newId: () => string,
): ImportProfile => {
  const known = [...profiles].find(
    ({ content, headerFingerprint }) => content === 'bank' && headerFingerprint === fingerprint,
  );
  return {
    id: known?.id ?? newId(),
    name: name.trim() || known?.name || 'Relevé',
    headerFingerprint: fingerprint,
    content: 'bank',
    mapping: { ...columns },
  };
};

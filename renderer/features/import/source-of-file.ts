import { suggestMapping } from '../../../shared/importing/column-mapping.ts';
import { detectContent } from '../../../shared/importing/file-content.ts';
import { readTable } from '../../../shared/importing/table.ts';
import type { ImportProfile } from '../../../shared/ledger/history.ts';
import { bankProfile, invoiceProfile } from './import-draft.ts';

/** Enough for the titles and some lines. */
const headBytes = 64_000;
const largestWorkbook = 200_000;

/** In a few words what a file is, for a proposal to import it: « source « Sage » », « relevé bancaire ». */
export const sourceOfFile = (bytes: Uint8Array, profiles: Iterable<ImportProfile>): string | undefined => {
  const content = detectContent(bytes);
  switch (content.kind) {
    case 'table': {
      const isText = !(bytes[0] === 0x50 && bytes[1] === 0x4b);
      // A large workbook takes long to open, and this is only for a word beside its name.
      if (!isText && bytes.length > largestWorkbook) return undefined;
      const table = readTable(isText ? bytes.subarray(0, headBytes) : bytes);
      const known = [...profiles];
      const fingerprint = table.ok ? suggestMapping(table.value).fingerprint : '';
      const profile = invoiceProfile(known, fingerprint) ?? bankProfile(known, fingerprint);
      if (profile) return `source «\u00a0${profile.name}\u00a0»`;
      return content.listKind === 'bank-statement' ? 'relevé bancaire' : undefined;
    }
    case 'fec':
      return 'écritures comptables';
    case 'e-invoice':
      return content.form === 'xml' ? 'facture électronique' : undefined;
    case 'zip':
      return 'archive';
    case 'contacts':
      return 'contacts';
    case 'bank':
      return 'relevé bancaire';
    case 'life-cycle':
      return 'statuts de factures';
    case 'e-mail':
      return 'e-mail';
    case 'refused':
      return undefined;
  }
};

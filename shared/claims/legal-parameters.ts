import { shippedParameters } from '../law/parameter-data.ts';
import { type LegalParameters, semesterParameters } from '../law/parameters.ts';
import { storedSettings } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalRateSettings } from '../ledger/settings.ts';

/** One table per settings row, because the interest of a ledger asks for it 100,000 times. */
const tables = new WeakMap<LegalRateSettings, LegalParameters>();

/** The table of law that holds for a ledger: what ships with the application, and over it the user's semesters. */
export const legalParametersOf = (ledger: Ledger): LegalParameters => {
  const own = storedSettings(ledger, 'legal-rates');
  if (own === undefined || own.semesters.length === 0) return shippedParameters;
  let table = tables.get(own);
  if (!table) {
    table = [...shippedParameters, ...own.semesters.flatMap(semesterParameters)];
    tables.set(own, table);
  }
  return table;
};

import type { FecAccountGroup, FecItemKind } from './fec-reading.ts';
import { foldText } from './fold-text.ts';

/** What a journal is for, as far as it tells money from invoices. */
export type FecJournalKind = 'bank' | 'sales' | 'opening' | 'other';

/** Accounts seen in a journal; counted while the file is read. */
export interface FecJournal {
  readonly code: string;
  readonly name: string;
  /** Lines on bank and cash accounts (51, 53, 54, 58). */
  treasuryLines: number;
  /** Lines on sales accounts (70). */
  salesLines: number;
}

const openingCode = /^(an|ano|anx|ran|rn|a n|anouv|anc|ouv)\d*$/;
const openingName = /\b(a ?nouveaux?|reports? a nouveaux?|anouveaux?|ouverture)\b/;
const bankCode =
  /^(bq|bnq|bqe|bk|banque?|bp|bnp|ca|cm|cic|sg|lcl|ce|ccp|lbp|cai|caisse|tr|treso|rg|reg|rch|enc|cb|chq|cs)[a-z]?\d*$/;
const bankName =
  /\b(banques?|caisses?|tresorerie|reglements?|encaissements?|cheques?|remises? en banque|virements?|credit agricole|bnp|banque postale|societe generale|lcl|cic|qonto)\b/;
const salesCode = /^(ve|vt|vte|vtes|ven|vent|fa|fac|fact|fc|av|avo|jv)[a-z]?\d*$/;
const salesName = /\b(ventes?|factur\w*|avoirs?|clients?)\b/;

/** True for the journal that carries the balances of the year before over. */
export const isOpeningJournal = ({ code, name }: Pick<FecJournal, 'code' | 'name'>): boolean =>
  openingCode.test(foldText(code)) || openingName.test(foldText(name));

/** Tells a journal by the accounts it uses, then by its code and name, which every company chooses freely. */
export const fecJournalKind = (journal: FecJournal): FecJournalKind => {
  if (isOpeningJournal(journal)) return 'opening';
  if (journal.treasuryLines > 0 && journal.salesLines === 0) return 'bank';
  if (journal.salesLines > 0 && journal.treasuryLines === 0) return 'sales';
  // Takings booked with their sales: the text of each line has to say what it is.
  if (journal.salesLines > 0) return 'other';
  const [code, name] = [foldText(journal.code), foldText(journal.name)];
  if (bankName.test(name)) return 'bank';
  if (salesName.test(name)) return 'sales';
  if (bankCode.test(code)) return 'bank';
  return salesCode.test(code) ? 'sales' : 'other';
};

const saysCreditNote = /(^|\b)(avoirs?|av ?\d[\w ]*|rrr|rabais|ristournes?)\b/;
const saysPayment =
  /(^|\b)(vir|vrt|virements?|chq|chqs|cheques?|cb|carte|prlv|prelevements?|reglements?|regl|rgt|remises?|rem|especes|encaissements?|paiements?|lcr|tip|sepa|acomptes?)(\b|\d)/;
const saysReturned = /\b(impayes?|rejets?|rejetes?|remboursements?|rembt|rbt|retours?)\b/;

/**
 * What an amount of a customer account is, by its journal, else by its piece and label. Nothing hangs on it
 * but how it is called: in every case a debit is owed and a credit reduces what is owed.
 */
export const fecItemKind = (
  group: FecAccountGroup,
  isDebit: boolean,
  journal: FecJournalKind,
  pieceRef: string,
  label: string,
): FecItemKind => {
  if (group === '4191') return 'advance';
  if (isDebit && group === '413') return 'bill';
  if (journal === 'bank') return isDebit ? 'refund' : 'payment';
  if (journal === 'sales') return isDebit ? 'invoice' : 'credit-note';
  if (journal === 'opening' && isDebit) return 'invoice';
  const text = `${foldText(pieceRef)} ${foldText(label)}`;
  if (isDebit) return saysReturned.test(text) ? 'refund' : 'invoice';
  if (saysCreditNote.test(text)) return 'credit-note';
  return journal === 'opening' || saysPayment.test(text) ? 'payment' : 'adjustment';
};

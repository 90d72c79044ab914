import { foldText } from './fold-text.ts';
import type { InvoiceRow } from './invoice-row.ts';

/** Invoice numbers are the same when they differ only in case and spaces: « FA 2026-12 », « fa2026-12 ». */
export const invoiceNumberKey = (number: string): string => number.replace(/\s+/g, '').toUpperCase();

/** Client codes are the same when they differ only in case and spaces. */
export const clientCodeKey = (code: string): string => code.replace(/\s+/g, '').toUpperCase();

/**
 * Client names are the same when they differ only in case, accents and punctuation. The legal form counts:
 * « Martin SARL » and « Martin SAS » may be two companies.
 */
export const clientNameKey = (name: string): string => foldText(name);

const legalForms =
  /\b(sarl|sas|sasu|sa|snc|sci|scp|scop|scm|selarl|selas|earl|gaec|gie|eurl|ei|eirl|ets|etablissements?|societe|ste|entreprise|association|asso|cie|compagnie|groupe|gmbh|ltd|limited|inc|llc|bv|srl|spa|sprl|m|mme|mlle|monsieur|madame)\b/g;

/** A name without legal form and form of address, for suggesting that two clients may be one; never to decide it. */
export const bareClientName = (name: string): string => {
  const folded = foldText(name.replace(/\b(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', '')));
  const bare = folded.replace(legalForms, ' ').replace(/\s+/g, ' ').trim();
  return bare === '' ? folded : bare;
};

/** What tells the clients of one file apart: the code where there is one, else the SIREN, else the name. */
export const clientKeyOfRow = (row: Pick<InvoiceRow, 'clientCode' | 'clientName' | 'contact'>): string => {
  if (row.clientCode !== undefined) return `code ${clientCodeKey(row.clientCode)}`;
  return row.contact.siren === undefined
    ? `name ${clientNameKey(row.clientName)}`
    : `siren ${row.contact.siren}`;
};

import { type NetAndVat, splitVat } from '../law/bad-debt-vat.ts';
import { sumCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { InsolvencyClaim } from './insolvency-claim.ts';

/** One unpaid invoice, and what its duplicate has to say. */
export interface BadDebtMention extends NetAndVat {
  readonly invoiceNumber: string;
  /** French. */
  readonly mention: string;
}

/**
 * The words of the duplicate by which VAT on a bad debt is recovered (CGI art. 272-1,
 * BOI-TVA-DED-40-10-20), for every invoice of the claim of which something is owed.
 * @param vatBasisPoints rate of these invoices, 20 % = 2000: the ledger knows no VAT
 */
export const badDebtMentions = (
  { lines }: Pick<InsolvencyClaim, 'lines'>,
  vatBasisPoints: number,
): readonly BadDebtMention[] =>
  lines
    .filter(({ principalCents }) => principalCents > 0)
    .map(({ invoice, principalCents }) => {
      const parts = splitVat(principalCents, vatBasisPoints);
      const mention = `Facture demeurée impayée pour la somme de ${formatAmount(parts.netCents)} (prix net) et pour la somme de ${formatAmount(parts.vatCents)} (TVA correspondante) qui ne peut faire l’objet d’une déduction (article\u00A0272 du CGI)`;
      return { ...parts, invoiceNumber: invoice.number, mention };
    });

/** Net and VAT of all of them. */
export const badDebtTotals = (mentions: readonly NetAndVat[]): NetAndVat => ({
  netCents: sumCents(mentions.map(({ netCents }) => netCents)),
  vatCents: sumCents(mentions.map(({ vatCents }) => vatCents)),
});

/** The words for each invoice, one below the other, to be copied. */
export const badDebtText = (mentions: readonly BadDebtMention[]): string =>
  mentions.map(({ invoiceNumber, mention }) => `Facture ${invoiceNumber}\u00A0:\n${mention}`).join('\n\n');

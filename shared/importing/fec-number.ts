import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatAmount } from '../money/format-amount.ts';
import { foldText } from './fold-text.ts';

const saysNothing =
  /^((a|an|anx|ran|rn|od|na|nc|div|divers|sans|neant|solde|soldes|facture|factures|report|reports|reprise|ouverture|a nouveaux?|anouveaux?|reports? (a )?nouveaux?|sans (piece|reference)|solde (d )?ouverture|x+|0+)( \d{4})?)?$/;

/** True for a piece reference that names no document: empty, « RAN », « À nouveau 2026 ». */
export const isGenericPiece = (pieceRef: string): boolean =>
  // Nearly every piece has a number, and there may be a million of them: folding is for the others.
  (!/[1-9]/.test(pieceRef) || /(?:^|\D)(?:19|20)\d\d\s*$/.test(pieceRef)) &&
  saysNothing.test(foldText(pieceRef));

const onlyADate =
  /^(\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|(19|20)\d{2}([/.-]?\d{2}([/.-]?\d{2})?)?|\d{1,2}[/.-]\d{4})$/;

/** The first word of a label that looks like a number of an invoice: « Facture FA2025-310 Martin ». */
const numberInLabel = (label: string): string | undefined =>
  label
    .slice(0, 200)
    .split(/[\s,;:()]+/)
    .find((word) => /\d/.test(word) && /^[\p{L}\d][\p{L}\d/_.-]{2,29}$/u.test(word) && !onlyADate.test(word));

/** How a document of the accounts is called, and whether the accounts themselves call it so. */
export interface FecNumber {
  readonly number: string;
  readonly isMadeUp: boolean;
}

/**
 * Number of a document: its piece reference, else the number in its label. Where there is neither, one made of
 * what stays the same in every export: journal (or « Report à nouveau »), day and amount.
 */
export const fecNumber = (document: {
  readonly pieceRef: string;
  readonly label: string;
  readonly pieceOn: Day;
  readonly totalCents: number;
  readonly journalCode: string;
  readonly isOpening: boolean;
}): FecNumber => {
  const piece = document.pieceRef.replace(/\s+/g, ' ').trim();
  if (!isGenericPiece(piece)) return { number: piece, isMadeUp: false };
  const named = numberInLabel(document.label);
  if (named !== undefined) return { number: named, isMadeUp: false };
  const what = document.isOpening ? 'Report à nouveau' : `Écriture ${document.journalCode}`.trim();
  const amount = formatAmount(Math.abs(document.totalCents));
  return { number: `${what} du ${formatDay(document.pieceOn)}, ${amount}`, isMadeUp: true };
};

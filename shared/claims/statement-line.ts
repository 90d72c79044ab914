import type { Day } from '../dates/day.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { interestTerms } from '../letters/interest-term.ts';
import { interestTermFor } from '../letters/legal-references.ts';
import type { Cents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { unreachable } from '../result.ts';
import type { ClaimStatement, LegalBasis, StatementRow } from './statement-contract.ts';

/** A row of a décompte in the words and columns that screen, paper and spreadsheet share. */
export interface StatementLine {
  /** « Principal », « Règlement VIR-12 », « Intérêts moratoires ». */
  readonly label: string;
  /** What a payment settled; undefined for all other lines. */
  readonly detail?: string | undefined;
  /** First day of a period, or the day of the event. */
  readonly from: Day;
  /** Last day of a period, included. */
  readonly to?: Day | undefined;
  readonly days?: number | undefined;
  readonly baseCents?: Cents | undefined;
  readonly rateBasisPoints?: number | undefined;
  /** Signed from the creditor's point of view. */
  readonly cents: Cents;
  readonly basis: LegalBasis;
}

const withReference = (name: string, reference: string): string =>
  reference.trim() === '' ? name : `${name} ${reference.trim()}`;

/** « Avoir A-7 », « Règlement VIR-12 », taken off the whole claim. */
export const creditLabel = ({
  kind,
  number,
}: Pick<ClaimStatement['credits'][number], 'kind' | 'number'>): string =>
  withReference(kind === 'credit-note' ? 'Avoir' : 'Règlement', number);

const settled = (row: Extract<StatementRow, { kind: 'payment' }>): string => {
  const parts: string[] = [];
  if (row.toInterestCents > 0) parts.push(`${formatAmount(row.toInterestCents)} aux intérêts`);
  if (row.toPrincipalCents > 0) parts.push(`${formatAmount(row.toPrincipalCents)} au principal`);
  const sums = parts.join(', ');
  if (row.isAllocated) return sums;
  return sums === '' ? 'pas encore affecté' : `pas encore affecté\u00A0: ${sums}`;
};

/** The line of a row. The regime of the debtor decides how its interest is called. */
export const statementLine = (row: StatementRow, regime: DebtorRegime): StatementLine => {
  const { cents, basis } = row;
  switch (row.kind) {
    case 'principal':
      return { label: 'Principal', from: row.on, cents, basis };
    case 'credit-note':
      return { label: withReference('Avoir', row.reference), from: row.on, cents, basis };
    case 'concession':
      return { label: row.reference, from: row.on, cents, basis };
    case 'payment': {
      const detail = settled(row);
      return {
        label: withReference('Règlement', row.reference),
        ...(detail === '' ? {} : { detail }),
        from: row.on,
        cents,
        basis,
      };
    }
    case 'disputed':
      return { label: 'Part contestée, non réclamée', from: row.on, cents, basis };
    case 'interest':
      return {
        label: interestTerms[interestTermFor(regime)].sentence,
        from: row.from,
        to: row.to,
        days: row.days,
        baseCents: row.baseCents,
        rateBasisPoints: row.rateBasisPoints,
        cents,
        basis,
      };
    case 'indemnity':
      return { label: 'Indemnité forfaitaire', from: row.on, cents, basis };
    default:
      return unreachable(row);
  }
};

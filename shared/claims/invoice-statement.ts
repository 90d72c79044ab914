import { addDays, laterDay } from '../dates/day.ts';
import { formatSemester } from '../dates/semester.ts';
import { formatRate } from '../law/format-rate.ts';
import { interestWarningTexts } from '../law/interest-warnings.ts';
import { regimeRules } from '../law/regime.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { ChargeClaim } from './charge-claim.ts';
import type { ClaimBasis, InvoiceClaim, Settlement } from './invoice-claim.ts';
import {
  concessionBasis,
  creditNoteBasis,
  disputedBasis,
  indemnityBasis,
  interestBasis,
  paymentBasis,
  principalBasis,
  type RateFacts,
} from './legal-basis.ts';
import type { InvoiceStatement, StatementRow } from './statement-contract.ts';

interface Allocated {
  readonly toInterestCents: Cents;
  readonly toPrincipalCents: Cents;
}

/** What each dated settlement paid, in their order; all of it on the principal where no interest is claimed. */
const allocations = (claim: InvoiceClaim, dated: readonly Settlement[]): readonly Allocated[] =>
  dated.map((settlement, index) => {
    const found = claim.interest?.allocations[index];
    const toInterestCents = found?.toInterestCents ?? cents(0);
    return { toInterestCents, toPrincipalCents: cents(settlement.cents - toInterestCents) };
  });

const isDated = ({ kind, effect }: Settlement): boolean =>
  kind !== 'credit-note' || effect === 'from-its-date';

const settlementRow = (
  settlement: Settlement,
  { toInterestCents, toPrincipalCents }: Allocated,
  imputation: ClaimBasis['imputation'],
): StatementRow => {
  const reference = settlement.reference ?? '';
  const isAllocated = settlement.isAllocated ?? true;
  const base = { on: settlement.on, reference, cents: cents(-settlement.cents) };
  if (settlement.kind === 'concession') return { ...base, kind: 'concession', basis: concessionBasis };
  return settlement.kind === 'credit-note'
    ? { ...base, kind: 'credit-note', basis: creditNoteBasis(reference, settlement.effect) }
    : {
        ...base,
        kind: 'payment',
        toInterestCents,
        toPrincipalCents,
        isAllocated,
        basis: paymentBasis(toInterestCents, imputation, isAllocated),
      };
};

/** Interest and payments in the order of their days; a payment stands after the line that ends on its day. */
const datedRows = (claim: InvoiceClaim, basis: ClaimBasis, facts: RateFacts): readonly StatementRow[] => {
  const dated = claim.settlements.filter(isDated);
  const parts = allocations(claim, dated);
  const rows: { readonly on: string; readonly row: StatementRow }[] = [];
  let principal = claim.principalCents + dated.reduce((sum, settlement) => sum + settlement.cents, 0);
  let next = 0;
  const settleBefore = (day: string): void => {
    for (; next < dated.length; next += 1) {
      const [settlement, part] = [dated[next], parts[next]];
      if (!settlement || !part || settlement.on >= day) return;
      principal -= part.toPrincipalCents;
      rows.push({ on: settlement.on, row: settlementRow(settlement, part, basis.imputation) });
    }
  };
  for (const row of claim.interest?.rows ?? []) {
    settleBefore(row.from);
    rows.push({
      on: row.to,
      row: {
        kind: 'interest',
        from: row.from,
        to: row.to,
        days: row.days,
        baseCents: row.principalCents,
        rateBasisPoints: row.rateBasisPoints,
        cents: row.interestCents,
        basis: interestBasis(facts, row, row.principalCents > principal),
      },
    });
  }
  settleBefore('9999');
  return rows.map(({ row }) => row);
};

const warningsOf = (claim: InvoiceClaim, { regime }: ClaimBasis): readonly string[] => {
  const { interest, waivedInterestCents } = claim;
  const texts = (interest?.warnings ?? []).map((kind) => {
    if (kind !== 'rate-below-floor') return interestWarningTexts[kind];
    const breaches = (interest?.floorBreaches ?? []).map(
      ({ semester, floorBasisPoints, rateBasisPoints }) =>
        `${formatRate(rateBasisPoints)} au ${formatSemester(semester)} pour un plancher de ${formatRate(floorBasisPoints)}`,
    );
    return `${interestWarningTexts[kind]} (${breaches.join('\u00A0; ')})`;
  });
  if (regime === 'public' && waivedInterestCents > 0)
    texts.push(
      'La renonciation aux intérêts moratoires d’un acheteur public est réputée non écrite (CCP art. L2192-14)\u00A0: vous pouvez ne pas les réclamer, ils restent dus.',
    );
  return texts;
};

/**
 * The lines of one invoice in a décompte, adding up to what it claims: the invoice and what corrects it, then
 * interest and payments by their days, the contested part, the 40 €; each with what it rests on.
 */
export const invoiceStatement = (
  claim: InvoiceClaim,
  basis: ClaimBasis,
  decided: { readonly penalties: ChargeClaim; readonly indemnity: ChargeClaim },
): InvoiceStatement => {
  const { dueOn, line } = claim;
  const startsOn =
    regimeRules[basis.regime].interestStartsAfter === 'due-date'
      ? addDays(dueOn, 1)
      : addDays(laterDay(dueOn, line.formalNoticeOn ?? basis.asOf), 1);
  const facts: RateFacts = { regime: basis.regime, rate: basis.rate, startsOn, parameters: basis.parameters };
  const corrections = claim.settlements.filter((settlement) => !isDated(settlement));
  const nothing: Allocated = { toInterestCents: cents(0), toPrincipalCents: cents(0) };
  const rows: StatementRow[] = [
    {
      kind: 'principal',
      on: dueOn,
      cents: line.invoice.totalCents,
      basis: principalBasis(basis.regime),
    },
    ...corrections.map((settlement) => settlementRow(settlement, nothing, basis.imputation)),
    ...(claim.disputedCents > 0
      ? [
          {
            kind: 'disputed' as const,
            on: basis.asOf,
            cents: cents(-claim.disputedCents),
            basis: disputedBasis(basis.regime),
          },
        ]
      : []),
    ...datedRows(claim, basis, facts),
    ...(claim.indemnityCents > 0
      ? [
          {
            kind: 'indemnity' as const,
            on: addDays(dueOn, 1),
            cents: claim.indemnityCents,
            basis: indemnityBasis(basis.regime, claim.indemnityCents),
          },
        ]
      : []),
  ];
  return {
    invoice: line.invoice,
    dueOn,
    daysLate: claim.daysLate,
    rows,
    principalCents: claim.principalCents,
    interestCents: claim.interestCents,
    indemnityCents: claim.indemnityCents,
    totalCents: claim.totalCents,
    disputedCents: claim.disputedCents,
    disputedInterestCents: claim.disputedInterestCents,
    penalties: decided.penalties,
    indemnity: decided.indemnity,
    waivedInterestCents: claim.waivedInterestCents,
    waivedIndemnityCents: claim.waivedIndemnityCents,
    dailyInterestCents: claim.dailyInterestCents,
    warnings: warningsOf(claim, basis),
  };
};

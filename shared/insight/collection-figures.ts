import type { Day } from '../dates/day.ts';
import { ageing, ageingBucketNames } from '../ledger/ageing.ts';
import { openInvoices, remainingCents } from '../ledger/balance.ts';
import { currentInstalmentShares } from '../ledger/instalment-shares.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { agreementIndex } from '../reminders/agreement-index.ts';
import { collectionEffectiveness } from './dso.ts';
import { type Figure, knownFigure, unknownFigure } from './figure.ts';
import type { FormulaTerm } from './formula.ts';
import type { Receivables } from './receivables.ts';
import { periodInWords } from './sales-history.ts';

const term = (id: string, name: string, cents: number): FormulaTerm => ({
  id,
  name,
  value: { kind: 'cents', cents },
});

/** Collection effectiveness index: what was collected of what could be, percent. */
export const effectivenessFigure = (basis: Receivables): Figure => {
  const { openingCents, salesCents, closingCents, closingNotDueCents, history } = basis;
  const percent = collectionEffectiveness({ openingCents, salesCents, closingCents, closingNotDueCents });
  if (percent === undefined) return unknownFigure('Rien n’était à encaisser sur la période.');
  return knownFigure({
    expression: '({opening} + {sales} − {closing}) ÷ ({opening} + {sales} − {notDue}) × 100',
    terms: [
      term('opening', 'encours au début', openingCents),
      term('sales', 'ventes TTC', salesCents),
      term('closing', 'encours à la fin', closingCents),
      term('notDue', 'encours non échu à la fin', closingNotDueCents),
    ],
    result: { kind: 'percent', percent },
    note: `Période ${periodInWords(history)}. 100\u00A0%\u00A0: tout ce qui pouvait être encaissé l’a été.`,
  });
};

const nothingOwed = 'Rien n’est dû aujourd’hui.';

/** Overdue share of what is owed, percent, with the split by age that it adds up from. */
export const overdueFigure = (ledger: Ledger, today: Day): Figure => {
  const shares = currentInstalmentShares(ledger, today);
  const { buckets, totalCents, overdueCents } = ageing(
    openInvoices(ledger)
      .filter(isInLedgerCurrency)
      .flatMap(
        (invoice) =>
          shares.get(invoice.id) ?? [
            { dueOn: invoice.dueOn ?? today, cents: remainingCents(ledger, invoice.id) },
          ],
      ),
    today,
  );
  if (totalCents === 0) return unknownFigure(nothingOwed);
  return knownFigure({
    expression: '({d1to30} + {d31to60} + {d61to90} + {over90}) ÷ {total} × 100',
    terms: [
      term('notDue', 'à échoir', buckets.notDue),
      term('d1to30', `échu de ${ageingBucketNames.d1to30}`, buckets.d1to30),
      term('d31to60', `échu de ${ageingBucketNames.d31to60}`, buckets.d31to60),
      term('d61to90', `échu de ${ageingBucketNames.d61to90}`, buckets.d61to90),
      term('over90', 'échu de plus de 90\u00A0jours', buckets.over90),
      term('total', 'encours', totalCents),
    ],
    result: { kind: 'percent', percent: (overdueCents / totalCents) * 100 },
    note: 'Ce qui échoit aujourd’hui n’est pas échu. Avoirs et acomptes non imputés non déduits.',
  });
};

/** Contested share of what is owed, percent. */
export const disputedFigure = (ledger: Ledger, today: Day): Figure => {
  const { disputesByInvoice } = agreementIndex(ledger);
  let [total, disputed] = [0, 0];
  for (const invoice of openInvoices(ledger)) {
    if (!isInLedgerCurrency(invoice)) continue;
    const owed = remainingCents(ledger, invoice.id);
    total += owed;
    let contested = 0;
    for (const { resolvedOn, disputedCents } of disputesByInvoice.get(invoice.id) ?? [])
      if (resolvedOn === undefined || resolvedOn > today) contested += disputedCents ?? owed;
    disputed += Math.min(owed, contested);
  }
  if (total === 0) return unknownFigure(nothingOwed);
  return knownFigure({
    expression: '{disputed} ÷ {total} × 100',
    terms: [term('disputed', 'part contestée', disputed), term('total', 'encours', total)],
    result: { kind: 'percent', percent: (disputed / total) * 100 },
    note: 'Litiges non résolus, pour leur seule part contestée. L’encours les comprend.',
  });
};

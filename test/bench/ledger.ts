// Ageing and planning of 100,000 open invoices in memory, in processor time.
import { ageing } from '../../shared/ledger/ageing.ts';
import { ageingTable } from '../../shared/ledger/ageing-table.ts';
import { currentBalances } from '../../shared/ledger/balance.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { planReminders } from '../../shared/reminders/planning.ts';
import { largeLedger, today } from './support/large-ledger.ts';
import { bestProcessorTime, print } from './support/measure.ts';

const runs = 9;
const ledger = largeLedger(100_000);

/** What has computed nothing yet about the same rows. */
const unseen = (): Ledger => ({ ...ledger, invoices: new Map(ledger.invoices) });

const mapPass = await bestProcessorTime(runs, () => {
  let sum = 0;
  for (const { totalCents } of ledger.invoices.values()) sum += totalCents;
  return sum;
});
const copy = await bestProcessorTime(runs, unseen);

const balances = currentBalances(ledger);
const items = [...ledger.invoices.values()].map(({ id, dueOn }) => ({
  dueOn: dueOn ?? today,
  cents: balances.remainingByInvoice.get(id) ?? 0,
}));
const ageingAlone = await bestProcessorTime(runs, () => ageing(items, today));
const table = await bestProcessorTime(runs, () =>
  ageingTable(ledger, { asOf: today, today, by: 'due-date' }),
);
const tableAnew = await bestProcessorTime(runs, () =>
  ageingTable(unseen(), { asOf: today, today, by: 'due-date' }),
);
const planning = await bestProcessorTime(runs, () => planReminders(ledger, today));
const planningAnew = await bestProcessorTime(runs, () => planReminders(unseen(), today));

const floor = { floor: mapPass, floorIs: 'one pass over the Map' } as const;
print([
  {
    what: 'ageing, 100,000 open amounts',
    measured: ageingAlone,
    unit: 'ms',
    ...floor,
    budget: { limit: 50, of: 'measured' },
  },
  {
    what: 'aged balance by client and invoice',
    measured: table,
    unit: 'ms',
    ...floor,
    budget: { limit: 50, of: 'measured' },
  },
  { what: '— with its balances', measured: tableAnew - copy, unit: 'ms', ...floor },
  {
    what: 'planning, 100,000 invoices, 10,000 clients',
    measured: planning,
    unit: 'ms',
    ...floor,
    budget: { limit: 100, of: 'measured' },
  },
  { what: '— with its balances', measured: planningAnew - copy, unit: 'ms', ...floor },
]);

import { addDays, addMonths, type Day, day, daysBetween, startOfMonth } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import { projectTreasury } from '../insight/treasury.ts';
import type { BankBalance, PlannedOutflow } from '../ledger/history.ts';
import { cents } from '../money/cents.ts';
import { type DemoRows, ledgerOfRows, momentOf } from './demo-rows.ts';
import { demoThresholdCents } from './demo-settings.ts';

type Line = readonly [
  id: string,
  label: string,
  euros: number,
  dayOfMonth: number,
  repeats: PlannedOutflow['repeats'],
];

const regularOutflows: readonly Line[] = [
  ['salaries', 'Salaires (cinq compagnons, deux apprentis)', 11_900, 28, 'monthly'],
  ['urssaf', 'URSSAF et retraite', 4850, 15, 'monthly'],
  ['rent', 'Loyer de l’atelier', 1650, 5, 'monthly'],
  ['vat', 'TVA', 3900, 24, 'monthly'],
  ['vans', 'Location des deux fourgons', 640, 8, 'monthly'],
  ['insurance', 'Assurance décennale', 1480, 2, 'quarterly'],
  ['wood', 'Commande de chêne et de panneaux', 7350, 10, 'once'],
  ['glass', 'Vitrages du chantier de la mairie', 3420, 20, 'once'],
];

/** The next day of that number in the month, today apart. */
const nextOn = (today: Day, dayOfMonth: number): Day => {
  const first = day(`${startOfMonth(today).slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`);
  return first > today ? first : addMonths(first, 1);
};

/** The lowest projected balance falls this much below the threshold. */
const shortageCents = 790_000;

/** Balances typed in the weeks before: days ago, and cents above or below the latest. */
const earlierBalances: readonly (readonly [ago: number, difference: number])[] = [
  [8, 312_450],
  [15, -141_080],
  [22, 521_925],
  [29, 187_310],
];

export interface DemoTreasury {
  readonly outflows: readonly PlannedOutflow[];
  readonly bankBalances: readonly BankBalance[];
}

const balanceRow = (on: Day, amount: number): BankBalance => ({
  id: `balance-${on}`,
  on,
  cents: cents(amount),
  recordedAt: momentOf(on, '17:20'),
});

const projected = (rows: Partial<DemoRows>, today: Day, treasury: DemoTreasury): readonly number[] =>
  (projectTreasury(ledgerOfRows({ ...rows, ...treasury }), today)?.days ?? []).map(
    (point) => point.balanceCents,
  );

const hundreds = (amount: number): number => Math.round(amount / 10_000) * 10_000;

/** Paid soon, while most of what is owed has yet to come in: later the receipts outweigh the outflows again. */
const machineInDays = 9;

/**
 * Planned outflows and bank balances. The machine to be paid next week and the balance of yesterday evening
 * are fitted to what the invented clients owe, so that on any day the projection dips below the threshold
 * once: the alert has something to say, and something to propose.
 */
export const demoTreasury = (rows: Partial<DemoRows>, today: Day): DemoTreasury => {
  const machineOn = nextWorkingDay(addDays(today, machineInDays), 'metropole');
  const regular = regularOutflows.map(
    ([id, label, euros, dayOfMonth, repeats]): PlannedOutflow => ({
      id: `outflow-${id}`,
      label,
      cents: cents(euros * 100),
      firstOn: nextOn(today, dayOfMonth),
      repeats,
    }),
  );
  const readOn = addDays(today, -1);
  const empty = { outflows: regular, bankBalances: [balanceRow(readOn, 0)] };
  const flow = projected(rows, today, empty);
  const before = flow[daysBetween(today, machineOn)] ?? 0;
  const machine = hundreds(Math.max(1_200_000, before + 1_500_000));
  const outflows = [
    ...regular,
    {
      id: 'outflow-machine',
      label: 'Plaqueuse de chants, solde à la livraison',
      cents: cents(machine),
      firstOn: machineOn,
      repeats: 'once' as const,
    },
  ];
  const lowest = Math.min(...projected(rows, today, { ...empty, outflows }));
  const opening = demoThresholdCents - shortageCents - lowest;
  const earlier = earlierBalances.map(([ago, difference]) =>
    balanceRow(addDays(today, -ago), opening + difference),
  );
  return { outflows, bankBalances: [balanceRow(readOn, opening), ...earlier] };
};

import { addDays, addMonths, type Day, day, daysBetween, startOfMonth } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import { projectTreasury } from '../insight/treasury.ts';
import { treasuryAlert } from '../insight/treasury-alert.ts';
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

interface Fit {
  readonly machineInDays: number;
  /** How far below the threshold the projection dips. */
  readonly shortageCents: number;
}

/** Tried in this order: a dip soon that takes two invoices to fill, else a smaller one. */
const fits: readonly Fit[] = [790_000, 420_000, 180_000].flatMap((shortageCents) =>
  [9, 12, 15, 18, 21, 25, 30, 36, 42].map((machineInDays) => ({ machineInDays, shortageCents })),
);

/** The machine takes what is there on its day and more; the balance of yesterday evening makes the dip. */
const treasuryOf = (rows: Partial<DemoRows>, today: Day, fit: Fit): DemoTreasury => {
  const machineOn = nextWorkingDay(addDays(today, fit.machineInDays), 'metropole');
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
  const before = projected(rows, today, empty)[daysBetween(today, machineOn)] ?? 0;
  const machine: PlannedOutflow = {
    id: 'outflow-machine',
    label: 'Plaqueuse de chants, solde à la livraison',
    cents: cents(hundreds(Math.max(1_200_000, before + 1_500_000))),
    firstOn: machineOn,
    repeats: 'once',
  };
  const outflows = [...regular, machine];
  const lowest = Math.min(...projected(rows, today, { ...empty, outflows }));
  const opening = demoThresholdCents - fit.shortageCents - lowest;
  const earlier = earlierBalances.map(([ago, difference]) =>
    balanceRow(addDays(today, -ago), opening + difference),
  );
  return { outflows, bankBalances: [balanceRow(readOn, opening), ...earlier] };
};

/**
 * Planned outflows and bank balances, fitted to what the invented clients owe: on any day the projection
 * dips below the threshold once, and overdue invoices would prevent it, so that the alert has something to
 * say and something to propose.
 */
export const demoTreasury = (rows: Partial<DemoRows>, today: Day): DemoTreasury => {
  let last: DemoTreasury | undefined;
  for (const fit of fits) {
    last = treasuryOf(rows, today, fit);
    const projection = projectTreasury(ledgerOfRows({ ...rows, ...last }), today);
    const alert = projection && treasuryAlert(projection, [demoThresholdCents]);
    if (alert && !alert.isActual && alert.remedy.kind === 'prevents') break;
  }
  return last ?? { outflows: [], bankBalances: [] };
};

import type { Day } from '../../shared/dates/day.ts';
import { pick, type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import { chance } from './payment-truth-chance.ts';
import type { PaymentMix } from './payment-truth-mix.ts';
import { inCapitals } from './payment-truth-names.ts';

/** How a bank prints a credit: where name and text stand, and how much of them it keeps. */
export interface BankHabit {
  readonly nameWidth: number;
  readonly label: (name: string, text: string, reference: string) => string;
}

export const bankHabits: readonly BankHabit[] = [
  {
    nameWidth: 70,
    label: (name, text, reference) =>
      `VIR SEPA RECU /DE ${name} /MOTIF ${text}${reference === '' ? '' : ` /REF ${reference}`}`,
  },
  { nameWidth: 35, label: (name, text) => `VIREMENT EN VOTRE FAVEUR\n${name}\n${text}` },
  { nameWidth: 32, label: (name, text) => `VIR ${name}`.slice(0, 31).concat(`\n${text}`) },
  { nameWidth: 35, label: (name, text, reference) => `VIR INST ${name} ${text} ${reference}`.trim() },
  { nameWidth: 24, label: (name, text) => `VIR SEPA ${name}\n${text}` },
  { nameWidth: 35, label: (name, text) => `VIREMENT DE ${name} MOTIF: ${text}` },
];

export interface PrintedCredit {
  readonly label: string;
  readonly counterparty?: string;
  readonly counterpartyIban?: string;
  readonly reference?: string;
}

const endToEnd = (random: Random, on: Day): string =>
  pick(random, [
    '',
    '',
    `${on.replaceAll('-', '')}${wholeBetween(random, 10_000, 99_999)}`,
    `VIR${wholeBetween(random, 100_000, 999_999)}`,
    `E2E-${wholeBetween(random, 1, 9999)}-${wholeBetween(random, 10, 99)}`,
    String(wholeBetween(random, 1_000_000, 999_999_999)),
  ]);

/** The movement as the statement shows it. */
export const printedCredit = (
  random: Random,
  mix: PaymentMix,
  habit: BankHabit,
  credit: { readonly name: string; readonly text: string; readonly iban: string; readonly on: Day },
): PrintedCredit => {
  const name = credit.name.slice(0, habit.nameWidth).trim();
  const reference = endToEnd(random, credit.on);
  const text = chance(random, 0.8) ? inCapitals(credit.text) : credit.text;
  return {
    label: habit.label(name, text.slice(0, 140), reference).trim(),
    ...(name !== '' && chance(random, mix.ownNameField) && { counterparty: name }),
    ...(chance(random, mix.ibanField) && { counterpartyIban: credit.iban }),
    ...(reference !== '' && chance(random, 0.7) && { reference }),
  };
};

import type { Day } from '../../shared/dates/day.ts';
import { pick, type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import { creditorReference } from '../../shared/identifiers/creditor-reference.ts';
import { chance } from './payment-truth-chance.ts';
import type { ReferenceWay } from './payment-truth-mix.ts';

/** How a firm numbers its invoices; each generated ledger keeps to one. */
export type NumberScheme = (issuedOn: Day, sequence: number) => string;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const numberSchemes: readonly NumberScheme[] = [
  (on, sequence) => `FA-${on.slice(0, 4)}/${pad(sequence, 3)}`,
  (on, sequence) => `FA${on.slice(0, 4)}${pad(sequence, 4)}`,
  (on, sequence) => `F-${on.slice(0, 4)}-${pad(sequence, 4)}`,
  (on, sequence) => `${on.slice(0, 4)}-${pad(sequence, 3)}`,
  (_, sequence) => `FAC${pad(sequence, 5)}`,
  (_, sequence) => String(4200 + sequence),
  (on, sequence) => `FC${on.slice(2, 4)}${on.slice(5, 7)}-${pad(sequence, 4)}`,
  (on, sequence) => `${on.slice(0, 4)}${on.slice(5, 7)}${pad(sequence, 3)}`,
];

export interface Quoted {
  readonly number: string;
  readonly issuedOn: Day;
  readonly cents: number;
  readonly orderReference?: string | undefined;
}

const lastDigits = /(\d+)(\D*)$/;
const tailOf = (number: string): string => lastDigits.exec(number)?.[1] ?? number;
const french = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The number as people type it. */
const respelt = (random: Random, number: string): string => {
  const withoutZeros = number.replace(/(\D|^)0+(\d+)$/, '$1$2');
  const year = /20(2\d)/.exec(number)?.[1];
  switch (wholeBetween(random, 0, 10)) {
    case 0:
      return number.replace(/[^A-Z0-9]/gi, '');
    case 1:
      return number.replace(/[^A-Z0-9]/gi, ' ');
    case 2:
      return number.replace(/[^A-Z0-9]/gi, '-').replace(/^([A-Z]+)(\d)/, '$1 $2');
    case 3:
      return number.toLowerCase();
    case 4:
      return /\D/.test(number) ? withoutZeros : `FACTURE ${number}`;
    case 5:
      return `${pick(random, ['FACT', 'FACTURE', 'FACTURE N', 'FACT N°', 'FC', 'VOTRE FACTURE'])} ${tailOf(withoutZeros)}`;
    case 6:
      return `FACTURE ${number.replace(/^[A-Z]+[ -]?/i, '')}`;
    case 7:
      return number.replace(/^[A-Z]+[ -]?/i, '');
    case 8:
      return year === undefined ? `FACT ${number}` : number.replace(`20${year}`, year);
    case 9:
      return chance(random, 0.4) ? number.replace(/0/g, 'O') : `N° ${number}`;
    default:
      return chance(random, 0.5)
        ? `REGLT${number.replace(/[^A-Z0-9]/gi, '')}`
        : `${number.replace(/[^A-Z0-9]/gi, '')}SOLDE`;
  }
};

const misspelt = (random: Random, number: string): string => {
  const tail = tailOf(number);
  const at = number.lastIndexOf(tail) + wholeBetween(random, 0, tail.length - 1);
  const digit = String(wholeBetween(random, 0, 9));
  const draw = random();
  if (draw < 0.4) return number.slice(0, at) + digit + number.slice(at + 1);
  if (draw < 0.7) return number.slice(0, at) + number.slice(at + 1);
  return number.slice(0, at) + (number[at + 1] ?? digit) + (number[at] ?? '') + number.slice(at + 2);
};

const list = (random: Random, quoted: readonly Quoted[], spell: (number: string) => string): string => {
  const first = quoted[0]?.number ?? '';
  const tails = quoted.map(({ number }) => Number(tailOf(number)));
  const isRun = tails.every((tail, index) => index === 0 || tail === (tails[index - 1] ?? 0) + 1);
  const last = quoted.at(-1)?.number ?? '';
  if (quoted.length > 2 && isRun && chance(random, 0.6))
    return `${spell(first)} ${pick(random, ['A', 'AU', 'à'])} ${chance(random, 0.5) ? tailOf(last) : spell(last)}`;
  const separator = pick(random, [' ', ', ', ' ET ', '+', ' / ', ' - ', ',', '  ']);
  if (quoted.length > 1 && chance(random, 0.3))
    return [first, ...quoted.slice(1).map(({ number }) => tailOf(number))].join(separator);
  return quoted.map(({ number }) => spell(number)).join(separator);
};

const ownNoise = (random: Random, on: Day): string =>
  pick(random, [
    `N/REF ${wholeBetween(random, 1000, 9999)}/26`,
    `CDE ${wholeBetween(random, 10_000, 99_999)}`,
    `LOT ${wholeBetween(random, 1, 60)} ${french(on)}`,
    `CLIENT ${wholeBetween(random, 100, 99_999)}`,
    `COMPTE 411${wholeBetween(random, 100, 999)}`,
    `DOSSIER ${wholeBetween(random, 100, 9999)}`,
    `${wholeBetween(random, 100_000, 99_999_999)}`,
    `CHANTIER RUE ${wholeBetween(random, 1, 99)} ${wholeBetween(random, 1000, 95_999)}`,
  ]);

const generic = (random: Random, on: Day): string =>
  pick(random, [
    '',
    'VIREMENT',
    'FACTURE',
    'REGLEMENT FACTURES',
    'REGLEMENT',
    `FACTURE ${pick(random, ['MARS', 'AVRIL', 'MAI', 'JUIN'])} ${on.slice(0, 4)}`,
    `VIREMENT DU ${french(on)}`,
    'SOLDE COMPTE',
    'PAIEMENT PRESTATION',
  ]);

/**
 * What the payer writes about the invoices that he pays.
 * @param wrong a number that is not among them: of another invoice, open or long paid.
 */
export const remittanceText = (
  random: Random,
  way: ReferenceWay,
  quoted: readonly Quoted[],
  wrong: string,
  bookedOn: Day,
): string => {
  const numbers = (spell: (number: string) => string): string => {
    const text = list(random, quoted, spell);
    const first = quoted[0];
    const draw = random();
    if (first === undefined || draw > 0.25) return text;
    if (draw < 0.08) return `${text} DU ${french(first.issuedOn)}`;
    if (draw < 0.13) return `${text} ${(first.cents / 100).toFixed(2).replace('.', ',')} EUR`;
    if (draw < 0.18) return `REGLEMENT ${text}`;
    return `${text} ${ownNoise(random, bookedOn)}`;
  };
  switch (way) {
    case 'as-printed':
      return numbers((number) => number);
    case 'other-spelling':
      return numbers((number) => respelt(random, number));
    case 'creditor-reference': {
      const reference = creditorReference(quoted[0]?.number ?? '');
      return quoted.length === 1 && reference.ok ? reference.value : numbers((number) => number);
    }
    case 'order': {
      const orders = quoted.flatMap(({ orderReference }) => orderReference ?? []);
      return orders.length === quoted.length
        ? orders.map((order) => `CDE ${order}`).join(' ')
        : numbers((number) => number);
    }
    case 'nothing':
      return generic(random, bookedOn);
    case 'own-reference':
      return ownNoise(random, bookedOn);
    case 'mistyped':
      return numbers((number) => misspelt(random, number));
    case 'wrong':
      return numbers(() => wrong);
    case 'cut-off': {
      const text = `REGLEMENT DE VOS FACTURES NUMERO ${quoted.map(({ number }) => number).join(' ')}`;
      const width = wholeBetween(random, 33, Math.max(34, text.length - 1));
      return text.slice(0, width);
    }
  }
};

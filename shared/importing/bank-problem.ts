import { formatAmount, formatPlainAmount } from '../money/format-amount.ts';
import type { BankProblem, BankReading, BankStatement } from './bank-reading.ts';

const nbsp = '\u00a0';
const narrow = '\u202f';

/** Where in the file a problem is: line or record from 1, statement from 0. */
export interface BankPlace {
  readonly line?: number;
  readonly statement?: number;
}

/** « text » for a message, cut where it is long. */
export const quotedFrench = (text: string): string => {
  const even = text.replace(/\s+/gu, ' ').trim();
  return `«${nbsp}${even.length > 50 ? `${even.slice(0, 49)}…` : even}${nbsp}»`;
};

const problem = (
  severity: BankProblem['severity'],
  kind: BankProblem['kind'],
  message: string,
  place: BankPlace,
): BankProblem => ({ severity, kind, ...place, message });

/** Something was left out. */
export const bankError = (kind: BankProblem['kind'], message: string, place: BankPlace = {}): BankProblem =>
  problem('error', kind, message, place);

/** Everything is there, but the user should know. */
export const bankWarning = (kind: BankProblem['kind'], message: string, place: BankPlace = {}): BankProblem =>
  problem('warning', kind, message, place);

/** A file that gives no statement at all. */
export const noStatement = (
  kind: BankProblem['kind'],
  message: string,
  place: BankPlace = {},
): BankReading => ({
  statements: [],
  problems: [bankError(kind, message, place)],
});

const leftOut = `Ce mouvement n’est pas importé${nbsp}: vérifiez-le sur votre relevé.`;

/** A movement whose amount cannot be read; it is left out. */
export const amountProblem = (
  reason: 'no-amount' | 'not-an-amount' | 'too-precise-amount',
  text: string,
  place: BankPlace,
): BankProblem => {
  switch (reason) {
    case 'no-amount':
      return bankError(reason, `Le montant manque. ${leftOut}`, place);
    case 'not-an-amount':
      return bankError(reason, `${quotedFrench(text)} n’est pas un montant. ${leftOut}`, place);
    case 'too-precise-amount':
      return bankError(
        reason,
        `${quotedFrench(text)} compte des fractions de centime. Rien n’est arrondi sans vous. ${leftOut}`,
        place,
      );
  }
};

/** A movement without a day on which it was booked; it is left out. */
export const bookingDayProblem = (text: string | undefined, place: BankPlace): BankProblem =>
  text === undefined || text.trim() === ''
    ? bankError('no-date', `La date manque. ${leftOut}`, place)
    : bankError('impossible-date', `La date ${quotedFrench(text)} n’existe pas. ${leftOut}`, place);

/** Another date that does not exist; the movement or balance is kept without it. */
export const otherDayProblem = (what: string, text: string, place: BankPlace): BankProblem =>
  bankWarning(
    'impossible-date',
    `${what} ${quotedFrench(text)} n’existe pas dans le calendrier. Elle est laissée de côté, le montant est conservé.`,
    place,
  );

/** A balance that cannot be read; the statement is kept without it. */
export const balanceAmountProblem = (what: string, text: string, place: BankPlace): BankProblem =>
  text.trim() === ''
    ? bankWarning(
        'no-amount',
        `${what} n’a pas de montant. Le relevé est lu sans pouvoir être contrôlé.`,
        place,
      )
    : bankError(
        'not-an-amount',
        `${what}${nbsp}: ${quotedFrench(text)} n’est pas un montant. Le relevé ne peut pas être contrôlé.`,
        place,
      );

/** Movements that the bank has not booked yet. */
export const pendingProblem = (count: number, statement: number): BankProblem =>
  bankWarning(
    'pending-left-out',
    count > 1
      ? `${count}${nbsp}mouvements sont encore en attente à la banque. Ils seront importés avec le relevé qui les comptabilise.`
      : 'Un mouvement est encore en attente à la banque. Il sera importé avec le relevé qui le comptabilise.',
    { statement },
  );

/** A statement of an unknown account: it is left out. */
export const accountMissingProblem = (place: BankPlace): BankProblem =>
  bankError(
    'damaged',
    `Un relevé ne dit pas de quel compte il s’agit. Il n’est pas importé${nbsp}: téléchargez le fichier une nouvelle fois.`,
    place,
  );

/**
 * Takes the number of a statement that is left out off its problems, in place: the next one will have it.
 * @param from how many problems there were before that statement.
 */
export const detachProblems = (problems: BankProblem[], from: number): void => {
  for (let index = from; index < problems.length; index += 1) {
    const told = problems[index];
    if (told?.statement === undefined) continue;
    const { statement: _, ...rest } = told;
    problems[index] = rest;
  }
};

/** With so many problems a file is no bank file any more; reading on would only fill the memory. */
export const hopelessAfter = 2000;

/** The rest of a hopeless file is left out. */
export const hopelessProblem = (line: number): BankProblem =>
  bankError(
    'damaged',
    'Le fichier est trop abîmé pour être lu plus loin. Téléchargez-le une nouvelle fois auprès de votre banque.',
    { line },
  );

/** The file ends before its end. */
export const cutOffProblem = (place: BankPlace): BankProblem =>
  bankError(
    'cut-off',
    'Le fichier s’arrête avant la fin du relevé. Téléchargez-le une nouvelle fois auprès de votre banque.',
    place,
  );

const amountFrench = (amountCents: number, currency: string): string =>
  currency === 'EUR' ? formatAmount(amountCents) : `${formatPlainAmount(amountCents)}${nbsp}${currency}`;

/**
 * Opening balance + movements = closing balance, checked where the statement gives both.
 * @returns no problem, or one that names the figures.
 */
export const balanceProblems = (statement: BankStatement, index: number): readonly BankProblem[] => {
  const { openingCents, closingCents, currency, lines } = statement;
  if (openingCents === undefined || closingCents === undefined) return [];
  const closingCurrency = statement.closingCurrency ?? currency;
  let computed: number = openingCents;
  for (const { amountCents } of lines) computed += amountCents;
  if (computed === closingCents && closingCurrency === currency) return [];
  const told = amountFrench(closingCents, closingCurrency);
  if (closingCurrency !== currency) {
    return [
      bankError(
        'does-not-add-up',
        `Le compte est tenu en ${currency}, mais le solde final est donné en ${closingCurrency} (${told})${nbsp}: le relevé ne peut pas être contrôlé.`,
        { statement: index },
      ),
    ];
  }
  return [
    bankError(
      'does-not-add-up',
      `Le relevé ne tombe pas juste${nbsp}: le solde initial et les mouvements donnent ${amountFrench(computed, currency)}, la banque annonce ${told} (écart de ${amountFrench(closingCents - computed, currency)}). Des mouvements manquent sans doute${narrow}; téléchargez le relevé une nouvelle fois.`,
      { statement: index },
    ),
  ];
};

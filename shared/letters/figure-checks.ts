import { daysBetween, isDay } from '../dates/day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { regimeRules } from '../law/regime.ts';
import { sumCents } from '../money/cents.ts';
import {
  articles,
  type ContentCheck,
  isFilled,
  isFormalNotice,
  isNotice,
  type LetterFacts,
} from './content-check.ts';

type Row = LetterModel['table'][number];

const again = 'préparez de nouveau ce courrier';

/** Number, days and amounts of a row, and a delay that follows from the days. */
const isRowRight = (row: Row, writtenOn: string): boolean =>
  isFilled(row.number) &&
  isDay(row.issuedOn) &&
  isDay(row.dueOn) &&
  isDay(writtenOn) &&
  row.totalCents > 0 &&
  row.remainingCents >= 0 &&
  row.interestCents >= 0 &&
  row.indemnityCents >= 0 &&
  row.daysLate === Math.max(0, daysBetween(row.dueOn, writtenOn));

/** The décompte adds up line by line, and to what the letter claims. */
const annexAgrees = ({ annex, totals }: LetterModel): boolean =>
  annex.every(({ lines, totalCents }) => totalCents === sumCents(lines.map((line) => line.cents))) &&
  totals.totalCents + totals.creditsCents === sumCents(annex.map(({ totalCents }) => totalCents));

const sumsAgree = (model: LetterModel): boolean => {
  const { principalCents, interestCents, indemnityCents, creditsCents, totalCents } = model.totals;
  const sum = (of: (row: Row) => number): number => sumCents(model.table.map(of));
  return (
    principalCents === sum((row) => row.remainingCents) &&
    interestCents === sum((row) => row.interestCents) &&
    indemnityCents === sum((row) => row.indemnityCents) &&
    (model.annex.length === 0 || annexAgrees(model)) &&
    totalCents === principalCents + interestCents + indemnityCents - creditsCents
  );
};

/** Every invoice of the table stands in the décompte, and every interest there has its rate. */
const showsRates = ({ table, annex }: LetterModel): boolean => {
  const rated = new Map(
    annex.map(({ number, lines }) => [
      number,
      lines.some(({ rateBasisPoints }) => rateBasisPoints !== undefined),
    ]),
  );
  return table.every(({ number, interestCents }) => {
    const hasRate = rated.get(number);
    return hasRate !== undefined && (interestCents === 0 || hasRate);
  });
};

const owesNoIndemnity = ({ regime }: LetterFacts): boolean => !regimeRules[regime].hasIndemnity;

/**
 * Points 6 and 7: the table and its totals, computed from the ledger (letter-line.ts) and held here against
 * themselves, so that a wrong figure never reaches paper. The day up to which interest is counted and what
 * each further day adds are printed with the totals by construction (totals-block.ts).
 */
export const figureChecks: readonly ContentCheck[] = [
  {
    element: 'table',
    point: 6,
    need: 'mandatory',
    repair: 'none',
    message: () => `Une ligne du tableau est incomplète ou ses jours de retard sont faux\u00A0: ${again}.`,
    isMet: ({ model }) =>
      model.table.length > 0 && model.table.every((row) => isRowRight(row, model.writtenOn)),
  },
  {
    element: 'not-due',
    point: 6,
    need: 'mandatory',
    repair: 'client',
    message: ({ model }) => {
      const numbers = model.table.filter(({ daysLate }) => daysLate <= 0).map(({ number }) => number);
      return `Cette mise en demeure réclame ce qui n’est pas encore échu (${numbers.join(', ')})\u00A0: retirez-la, ou corrigez l’échéance.`;
    },
    only: isNotice,
    isMet: ({ model }) => model.table.every(({ daysLate }) => daysLate > 0),
  },
  {
    element: 'annex',
    point: 6,
    need: 'mandatory',
    repair: 'none',
    message: () => `Le décompte n’explique pas toutes les sommes réclamées\u00A0: ${again}.`,
    only: ({ model }) => model.totals.interestCents > 0 || model.totals.indemnityCents > 0,
    isMet: ({ model }) => showsRates(model),
  },
  {
    element: 'consumer-penalties',
    point: 6,
    need: 'mandatory',
    repair: 'templates',
    message: () =>
      'Ni indemnité de 40\u00A0€, ni pénalités du Code de commerce ne peuvent être réclamées à ce client\u00A0: retirez-les du texte.',
    only: owesNoIndemnity,
    isMet: ({ model, text }) =>
      model.totals.indemnityCents === 0 &&
      model.table.every(({ indemnityCents }) => indemnityCents === 0) &&
      !/\b40 ?(?:€|euros)|indemnite forfaitaire/.test(text) &&
      !/l441-10|d441-5/.test(articles(text)),
  },
  {
    element: 'consumer-interest',
    point: 6,
    need: 'mandatory',
    repair: 'none',
    message: () =>
      `Dites que la somme porte intérêt au taux légal à compter de la mise en demeure\u00A0: ${again}.`,
    only: (facts) => isFormalNotice(facts) && owesNoIndemnity(facts),
    isMet: ({ text }) => /interets? au taux legal/.test(text),
  },
  {
    element: 'totals',
    point: 7,
    need: 'mandatory',
    repair: 'none',
    message: () => `Les totaux ne sont pas la somme des lignes\u00A0: ${again}.`,
    isMet: ({ model }) => sumsAgree(model),
  },
  {
    element: 'amount',
    point: 7,
    need: 'mandatory',
    repair: 'client',
    message: () => 'Ce courrier ne réclame rien, avoirs déduits\u00A0: retirez-le.',
    isMet: ({ model }) => model.totals.totalCents > 0,
  },
];

import type { GuessFacts } from './match-guess.ts';

const identityPoints = [0, 20, 32, 40] as const;
const namingPoints = [0, 10, 38, 50, 55] as const;

const fitPoints = (facts: GuessFacts): number => {
  switch (facts.fit) {
    case 'exact':
      if (facts.shape === 'any-set') return 24;
      return facts.shape === 'single' || facts.shape === 'named' ? 36 : 33;
    case 'discount':
      return 32;
    case 'rounding':
    case 'announced':
      return 30;
    case 'credit':
      return 26;
    case 'fees':
    case 'percent':
      return 22;
    case 'part':
    case 'over':
      return 8;
    case 'legal-order':
      return 2;
  }
};

/** Weighs what speaks for a guess: who, what is named, how the amount fits. 0 to 94; certain ones stand above. */
export const guessScore = (facts: GuessFacts): number => {
  const points =
    identityPoints[facts.identity] -
    (facts.identity > 0 ? Math.min(12, 4 * (facts.identityRivals - 1)) : 0) +
    namingPoints[facts.naming] +
    fitPoints(facts) -
    (facts.amountRivals > 0 ? 14 : 0) -
    (facts.meanings > 1 ? 10 : 0) -
    (facts.leftNamed > 0 ? 14 : 0) -
    (facts.hasForeignNumber && facts.naming < 2 ? 8 : 0) -
    (facts.isReceipt ? 0 : 30);
  return Math.max(1, Math.min(94, points));
};

/** Score of what is pre-ticked: 95 to 100. */
export const sureScore = (score: number): number =>
  Math.min(100, 95 + Math.max(0, Math.floor((score - 70) / 5)));

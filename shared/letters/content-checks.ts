import { answerChecks } from './answer-checks.ts';
import { conductChecks } from './conduct-checks.ts';
import type { ContentCheck, LetterPoint } from './content-check.ts';
import { demandChecks } from './demand-checks.ts';
import { figureChecks } from './figure-checks.ts';
import { partyChecks } from './party-checks.ts';

const rank = (point: LetterPoint): number => (point === 'conduct' ? 16 : point === 'printing' ? 17 : point);

/**
 * The check list of law-and-formats.md 2.2 in its order, by the number of the point. The law has no list of what
 * a formal notice must say (2.1), so a check refuses the letter for one of three reasons: without it nobody is
 * put in default (C. civ. 1344: demand, amount, parties, last day), another law wants or forbids it (identity
 * of the creditor, mediator, no added fees, no judicial look), or a figure is wrong. The rest of the list is
 * advice, because a letter without it is weaker but valid.
 */
export const contentChecks: readonly ContentCheck[] = [
  ...partyChecks,
  ...demandChecks,
  ...figureChecks,
  ...answerChecks,
  ...conductChecks,
].sort((a, b) => rank(a.point) - rank(b.point));

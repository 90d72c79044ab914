import { addDays, type Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import { type CaseDeadline, caseDeadlines, deadlineFacts } from './case-deadlines.ts';

/** A last day to act is told this long before; a first day when it has come. [CHOICE] */
const toldDays = 30;
const pressingDays = 7;

export interface NearDeadline {
  readonly legalCase: LegalCase;
  readonly deadline: CaseDeadline;
  /** A last day to act that is past or within the week. */
  readonly isPressing: boolean;
}

/** Days of the open cases that the user should see on a day, the earliest first. */
export const nearCaseDeadlines = (ledger: Ledger, today: Day): readonly NearDeadline[] => {
  return [...ledger.legalCases.values()]
    .flatMap((legalCase) =>
      caseDeadlines(legalCase, deadlineFacts(ledger, legalCase))
        .filter(({ on, isLastDay }) => on <= (isLastDay ? addDays(today, toldDays) : today))
        .map((deadline) => ({
          legalCase,
          deadline,
          isPressing: deadline.isLastDay && deadline.on <= addDays(today, pressingDays),
        })),
    )
    .sort((a, b) => (a.deadline.on < b.deadline.on ? -1 : 1));
};

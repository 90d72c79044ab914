import { legalParametersOf } from '../claims/legal-parameters.ts';
import { addMonths, type Day } from '../dates/day.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import { type LegalParameters, parameterOn } from '../law/parameters.ts';
import {
  nonContestationRecordDay,
  nonContestationServiceDeadline,
  paymentOrderFeeDeadline,
  paymentOrderOppositionDeadline,
  paymentOrderServiceDeadline,
  smallClaimsAnswerDeadline,
  type TabledDeadline,
} from '../law/procedural-dates.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import { areBothMerchants } from './case-standing.ts';

/** A day that matters in a case that is under way. */
export interface CaseDeadline {
  readonly kind:
    | 'fee'
    | 'order-service'
    | 'opposition'
    | 'enforcement'
    | 'small-claims-answer'
    | 'non-contestation-record'
    | 'non-contestation-service';
  readonly title: string;
  /** The day as counted: the safe target. */
  readonly on: Day;
  /** The same moved to the next working day (CPC 642), where it differs. */
  readonly extendedOn?: Day | undefined;
  readonly article: string;
  /** The user must act by then; otherwise he may act from then on. */
  readonly isLastDay: boolean;
}

/** What the days depend on beside the case. */
export interface DeadlineFacts {
  readonly calendar: HolidayCalendar;
  readonly law: LegalParameters;
  /** False: the judicial court hears it; undefined: not known yet. */
  readonly bothMerchants: boolean | undefined;
}

/** The facts of a case as the ledger has them. */
export const deadlineFacts = (
  ledger: Ledger,
  legalCase: Pick<LegalCase, 'clientId' | 'facts'>,
): DeadlineFacts => ({
  calendar: settingsOf(ledger, 'reminders').calendar,
  law: legalParametersOf(ledger),
  bothMerchants: areBothMerchants(ledger, legalCase),
});

const lastDay = (
  kind: CaseDeadline['kind'],
  title: string,
  article: string,
  found: TabledDeadline,
): readonly CaseDeadline[] =>
  found.ok
    ? [
        {
          kind,
          title,
          article,
          on: found.value.raw,
          ...(found.value.extended === found.value.raw ? {} : { extendedOn: found.value.extended }),
          isLastDay: true,
        },
      ]
    : [];

const paymentOrder = (
  { filedOn, dates = {}, costsCents }: LegalCase,
  { calendar, law, bothMerchants }: DeadlineFacts,
): readonly CaseDeadline[] => {
  const { orderOn, orderServedOn } = dates;
  if (orderServedOn !== undefined) {
    const months = parameterOn(law, 'payment-order-enforcement', orderServedOn);
    return [
      ...lastDay(
        'opposition',
        'Fin du délai d’opposition du débiteur',
        'CPC art. 1416',
        paymentOrderOppositionDeadline(orderServedOn, calendar, law),
      ).map((one) => ({ ...one, isLastDay: false })),
      ...(months.ok
        ? [
            {
              kind: 'enforcement' as const,
              title: 'Exécution possible sans avis d’opposition du greffe',
              article: 'CPC art. 1422',
              on: addMonths(orderServedOn, months.value.value),
              isLastDay: false,
            },
          ]
        : []),
    ];
  }
  if (orderOn !== undefined)
    return lastDay(
      'order-service',
      'Faire signifier l’ordonnance',
      'CPC art. 1411',
      paymentOrderServiceDeadline(orderOn, calendar, law),
    );
  // A judicial court takes no fee in advance.
  if (filedOn === undefined || costsCents > 0 || bothMerchants === false) return [];
  return lastDay(
    'fee',
    'Consigner les frais de greffe (tribunal de commerce)',
    'CPC art. 1425',
    paymentOrderFeeDeadline(filedOn, calendar, law),
  );
};

const uncontested = (
  { dates = {} }: LegalCase,
  { calendar, law }: DeadlineFacts,
): readonly CaseDeadline[] => {
  const { demandServedOn, recordOn } = dates;
  if (recordOn !== undefined)
    return lastDay(
      'non-contestation-service',
      'Signifier le procès-verbal de non-contestation',
      'CPCEx art. L126-4',
      nonContestationServiceDeadline(recordOn, calendar, law),
    );
  if (demandServedOn === undefined) return [];
  const from = nonContestationRecordDay(demandServedOn, law);
  return from.ok
    ? [
        {
          kind: 'non-contestation-record',
          title: 'Procès-verbal de non-contestation possible',
          article: 'CPCEx art. L126-3',
          on: from.value,
          isLastDay: false,
        },
      ]
    : [];
};

/** Days that matter now in a case, by the dates that the user entered; none once it is closed, contested or has its title. */
export const caseDeadlines = (legalCase: LegalCase, facts: DeadlineFacts): readonly CaseDeadline[] => {
  const { calendar, law } = facts;
  const { closed, dates, procedure } = legalCase;
  if (closed || dates?.titleOn !== undefined || dates?.contestedOn !== undefined) return [];
  switch (procedure) {
    case 'order-for-payment':
      return paymentOrder(legalCase, facts);
    case 'uncontested-commercial-claim':
      return uncontested(legalCase, facts);
    case 'small-claims':
      return dates?.demandServedOn === undefined
        ? []
        : lastDay(
            'small-claims-answer',
            'Fin du délai de réponse du débiteur',
            'CPCEx art. R125-1',
            smallClaimsAnswerDeadline(dates.demandServedOn, calendar, law),
          ).map((one) => ({ ...one, isLastDay: false }));
    default:
      return [];
  }
};

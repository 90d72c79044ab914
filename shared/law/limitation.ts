import { addMonths, type Day, day, earlierDay, laterDay } from '../dates/day.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { ok, type Result } from '../result.ts';
import { shippedParameters } from './parameter-data.ts';
import {
  type LegalParameters,
  type MissingParameter,
  type ParameterName,
  parameterOn,
} from './parameters.ts';

/** What starts a new full period (C. civ. 2231, 2240, 2241, 2244). A reminder or formal notice never does. */
export type Interruption = 'acknowledgement' | 'partial-payment' | 'court-claim' | 'enforcement';

export interface LimitationInput {
  readonly regime: DebtorRegime;
  /** Carriage of goods: one year, whoever the debtor (C. com. L133-6). */
  readonly isTransport?: boolean | undefined;
  readonly issuedOn: string;
  /** End of the work or service, or delivery. */
  readonly performedOn?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly interruptions?: readonly { readonly on: string; readonly cause: Interruption }[] | undefined;
  /** Day of the enforceable title, when there is one. */
  readonly titleOn?: string | undefined;
}

export interface Limitation {
  /** Last day to act, by the earliest start: the day of the alarm. Never moved off a Sunday. */
  readonly lastDay: Day;
  /** Last day to act if the period only starts at the due date (C. civ. 2233 3°); never before `lastDay`. */
  readonly optimisticLastDay: Day;
  readonly startsOn: Day;
  readonly start: 'performance' | 'issue' | 'title' | Interruption;
  /** The reason in French, with its article. */
  readonly reason: string;
}

const periodName = (input: LimitationInput): ParameterName => {
  if (input.titleOn !== undefined) return 'limitation-title';
  if (input.isTransport) return 'limitation-transport';
  switch (input.regime) {
    case 'b2c':
      return 'limitation-b2c';
    case 'public':
      return 'limitation-public';
    // Consumers alone are protected by the two years of L218-2.
    case 'b2b':
    case 'non-professional':
      return 'limitation-b2b';
  }
};

const startNames: Readonly<Record<Limitation['start'], string>> = {
  performance: 'la fin de la prestation ou la livraison',
  issue: 'l’émission de la facture',
  title: 'le titre exécutoire',
  acknowledgement: 'la reconnaissance de dette (C. civ. art. 2240)',
  'partial-payment': 'le paiement partiel (C. civ. art. 2240)',
  'court-claim': 'la demande en justice (C. civ. art. 2241)',
  enforcement: 'l’acte d’exécution (C. civ. art. 2244)',
};

const lengthName = (months: number): string => {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'an'] : [months, 'mois'];
  return `${count}\u00A0${unit === 'an' && count > 1 ? 'ans' : unit}`;
};

/** A claim on a public body counts whole years from the 1 January that follows (loi 68-1250 art. 1). */
const lastDayFrom = (start: Day, months: number, name: ParameterName): Day =>
  name === 'limitation-public'
    ? day(`${Number(start.slice(0, 4)) + months / 12}-12-31`)
    : addMonths(start, months);

const firstStart = (input: LimitationInput): { readonly on: Day; readonly start: Limitation['start'] } => {
  if (input.titleOn !== undefined) return { on: day(input.titleOn), start: 'title' };
  const issuedOn = day(input.issuedOn);
  if (input.performedOn === undefined) return { on: issuedOn, start: 'issue' };
  const performedOn = day(input.performedOn);
  const on = earlierDay(performedOn, issuedOn);
  return { on, start: on === performedOn ? 'performance' : 'issue' };
};

/**
 * Until when a claim can be brought (law-and-formats.md 1.10): alarm from the earliest of performance and
 * invoice, a new full period from each interruption that came in time. Whole days: the claim is barred once
 * the last one is over (C. civ. 2228, 2229).
 */
export const limitation = (
  input: LimitationInput,
  parameters: LegalParameters = shippedParameters,
): Result<Limitation, MissingParameter> => {
  const name = periodName(input);
  let { on: startsOn, start } = firstStart(input);
  const period = parameterOn(parameters, name, startsOn);
  if (!period.ok) return period;
  const months = period.value.value;
  let lastDay = lastDayFrom(startsOn, months, name);
  let optimistic = lastDay;
  if (input.dueOn !== undefined && input.titleOn === undefined)
    optimistic = laterDay(lastDay, lastDayFrom(day(input.dueOn), months, name));
  const interruptions = [...(input.interruptions ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const interruption of interruptions) {
    const on = day(interruption.on);
    const renewed = lastDayFrom(on, months, name);
    if (on <= optimistic) optimistic = laterDay(optimistic, renewed);
    if (on > lastDay || on < startsOn) continue;
    startsOn = on;
    start = interruption.cause;
    lastDay = laterDay(lastDay, renewed);
  }
  const reason = `Prescription de ${lengthName(months)} comptée depuis ${startNames[start]} (${period.value.source})`;
  return ok({ lastDay, optimisticLastDay: laterDay(optimistic, lastDay), startsOn, start, reason });
};

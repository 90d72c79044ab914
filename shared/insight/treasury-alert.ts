import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { type AlertRemedy, alertRemedy } from './alert-remedy.ts';
import type { TreasuryProjection } from './treasury.ts';

/** A threshold that the balance is, or is projected to fall, below. */
export interface TreasuryAlert {
  readonly thresholdCents: Cents;
  /** First day on which the end-of-day balance is below the threshold. */
  readonly on: Day;
  /** True when that day is today: the balance is already below. */
  readonly isActual: boolean;
  /** Balance at the end of that day. */
  readonly balanceCents: Cents;
  /** Lowest balance of the horizon. */
  readonly lowestCents: Cents;
  readonly remedy: AlertRemedy;
  /** The whole in one French sentence. */
  readonly sentence: string;
}

const mostNamed = 4;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;

const invoiceNames = (numbers: readonly string[]): string => {
  const distinct = [...new Set(numbers)];
  if (distinct.length === 1) return `la facture ${listed(distinct)}`;
  const others = distinct.length - mostNamed;
  if (others < 2) return `les factures ${listed(distinct)}`;
  return `les factures ${listed([...distinct.slice(0, mostNamed), `${others} autres`])}`;
};

/** « 14 janvier »: within 13 weeks the year goes without saying. */
const dayOfHorizon = (on: Day): string => formatLongDay(on).slice(0, -5);

type Told = Omit<TreasuryAlert, 'sentence'>;

const shortageSentence = (alert: Told, availableCents: number): string => {
  const missing = `il manquerait ${formatAmount(alert.thresholdCents - alert.balanceCents)}`;
  return availableCents === 0
    ? `${missing}, et aucune facture en retard n’y changerait rien`
    : `${missing}, et les factures en retard attendues plus tard (${formatAmount(availableCents)}) n’y suffiraient pas`;
};

const remedySentence = (alert: Told): string => {
  const { remedy, isActual } = alert;
  if (remedy.kind === 'insufficient') return shortageSentence(alert, remedy.availableCents);
  const numbers = remedy.receipts.map((receipt) => receipt.invoice.number);
  const many = new Set(numbers).size > 1;
  const who = `${invoiceNames(numbers)} (${formatAmount(remedy.cents)})`;
  if (remedy.kind === 'postpones')
    return `${who} ${many ? 'repousseraient' : 'repousserait'} ce passage au ${dayOfHorizon(remedy.until)}`;
  return `${who} ${many ? 'suffiraient' : 'suffirait'} à ${isActual ? 'y remédier' : 'l’éviter'}`;
};

const sentenceOf = (alert: Told): string => {
  const threshold = formatAmount(alert.thresholdCents);
  const event = alert.isActual
    ? `Le solde (${formatAmount(alert.balanceCents)}) est déjà sous ${threshold}`
    : `Le ${dayOfHorizon(alert.on)}, le solde passerait sous ${threshold}`;
  return `${event}\u202F; ${remedySentence(alert)}.`;
};

/**
 * One alert for each threshold that the balance falls below on some day of the projection; the earliest
 * first, and on the same day the lowest threshold first, since it matters more.
 */
export const treasuryAlerts = (
  projection: TreasuryProjection,
  thresholdsCents: readonly number[],
): readonly TreasuryAlert[] => {
  const [today] = projection.days;
  if (!today) return [];
  const lowestCents = cents(Math.min(...projection.days.map((point) => point.balanceCents)));
  const alerts: TreasuryAlert[] = [];
  for (const threshold of new Set(thresholdsCents)) {
    const short = projection.days.find((point) => point.balanceCents < threshold);
    if (!short) continue;
    const alert = {
      thresholdCents: cents(threshold),
      on: short.on,
      isActual: short.on === today.on,
      balanceCents: short.balanceCents,
      lowestCents,
      remedy: alertRemedy(projection.days, threshold, projection.overdueReceipts),
    };
    alerts.push({ ...alert, sentence: sentenceOf(alert) });
  }
  return alerts.sort((a, b) => (a.on === b.on ? a.thresholdCents - b.thresholdCents : a.on < b.on ? -1 : 1));
};

/** The first of {@link treasuryAlerts}: the one to show when there is room for one. */
export const treasuryAlert = (
  projection: TreasuryProjection,
  thresholdsCents: readonly number[],
): TreasuryAlert | undefined => treasuryAlerts(projection, thresholdsCents)[0];

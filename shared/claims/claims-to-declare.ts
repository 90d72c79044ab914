import type { Day } from '../dates/day.ts';
import { type ClaimDeclaration, claimDeclaration, ringingAlarm } from '../law/claim-declaration.ts';
import { isPriorClaim } from '../law/insolvency.ts';
import type { Insolvency } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { type Cents, cents } from '../money/cents.ts';
import { legalParametersOf } from './legal-parameters.ts';
import { openAtJudgment } from './open-at-judgment.ts';

/** A claim that is to be declared to the trustee of a client, or was forgotten and may still be saved. */
export interface ClaimToDeclare {
  readonly clientId: string;
  readonly insolvency: Insolvency;
  readonly declaration: ClaimDeclaration;
  /** Open at the judgment on the invoices born before it, more than 0; without interest. */
  readonly cents: Cents;
}

/** Open at the judgment on the invoices of a client that were born before it, in the currency of the ledger. */
const priorCents = (ledger: Ledger): ReadonlyMap<string, number> => {
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const sums = new Map<string, number>();
  for (const invoice of ledger.invoices.values()) {
    const insolvency = ledger.clients.get(invoice.clientId)?.insolvency;
    if (insolvency === undefined || invoice.kind !== 'invoice' || invoice.cancelledAt !== undefined) continue;
    if (!isInLedgerCurrency(invoice) || !isPriorClaim(invoice, insolvency)) continue;
    const open = openAtJudgment(ledger, invoice, insolvency);
    if (open > toleranceCents) sums.set(invoice.clientId, (sums.get(invoice.clientId) ?? 0) + open);
  }
  return sums;
};

const compute = (ledger: Ledger, today: Day): readonly ClaimToDeclare[] => {
  const insolvent = [...ledger.clients.values()].filter(({ insolvency }) => insolvency !== undefined);
  if (insolvent.length === 0) return [];
  const { calendar } = settingsOf(ledger, 'reminders');
  const parameters = legalParametersOf(ledger);
  const sums = priorCents(ledger);
  return insolvent.flatMap(({ id, insolvency }): readonly ClaimToDeclare[] => {
    const sum = sums.get(id) ?? 0;
    if (insolvency === undefined || sum <= 0) return [];
    const declaration = claimDeclaration(insolvency, today, calendar, parameters);
    // Declared: done. Barred for good, or too old for the table: nothing that the user could still do.
    if (declaration.kind === 'declared' || declaration.kind === 'barred' || declaration.kind === 'untabled')
      return [];
    return [{ clientId: id, insolvency, declaration, cents: cents(sum) }];
  });
};

const urgencyOf = ({ declaration }: ClaimToDeclare): string => {
  if (declaration.kind === 'open') return declaration.deadline.raw;
  if (declaration.kind === 'late') return declaration.reliefUntil.raw;
  return '';
};

/**
 * Claims that ask for a declaration on a day, the nearest deadline first; before them those whose publication
 * is not known, because their deadline may be nearer still.
 */
export const claimsToDeclare = (ledger: Ledger, today: Day): readonly ClaimToDeclare[] =>
  compute(ledger, today).toSorted((a, b) => (urgencyOf(a) < urgencyOf(b) ? -1 : 1));

/**
 * What the morning notification says on the days of the alarms (30, 15, 7 and 2 days before the last one), one
 * French sentence; undefined on other days.
 */
export const declarationAlert = (ledger: Ledger, today: Day): string | undefined => {
  const { calendar } = settingsOf(ledger, 'reminders');
  const parameters = legalParametersOf(ledger);
  const ringing = claimsToDeclare(ledger, today).filter(
    ({ insolvency }) => ringingAlarm(insolvency, today, calendar, parameters) !== undefined,
  );
  const [first] = ringing;
  if (first?.declaration.kind !== 'open') return undefined;
  const { daysLeft } = first.declaration;
  const left = `plus que ${daysLeft}\u00A0${daysLeft === 1 ? 'jour' : 'jours'}`;
  if (ringing.length > 1) return `${ringing.length}\u00A0créances à déclarer\u00A0: ${left} pour la première`;
  const name = ledger.clients.get(first.clientId)?.name ?? '';
  const shown = name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name;
  return `Créance sur ${shown} à déclarer\u00A0: ${left}`;
};

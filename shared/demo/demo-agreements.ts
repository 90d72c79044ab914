import { addDays, type Day } from '../dates/day.ts';
import { nextWorkingDay, previousWorkingDay } from '../dates/working-days.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from '../ledger/agreement.ts';
import { cents } from '../money/cents.ts';
import { demoClientId } from './demo-clients.ts';
import type { DemoInvoice } from './demo-invoices.ts';
import { momentOf } from './demo-rows.ts';

/** What the clients of the demonstration agreed with the company. */
export interface DemoAgreements {
  readonly disputes: readonly Dispute[];
  readonly promises: readonly PaymentPromise[];
  readonly plans: readonly PaymentPlan[];
  readonly pauses: readonly Pause[];
}

/** Ids of the invoices of demo-cases.ts of a client. */
const caseIds = (invoices: readonly DemoInvoice[], key: string): readonly string[] =>
  invoices
    .filter((invoice) => invoice.client.key === key && invoice.case !== undefined)
    .map((invoice) => invoice.row.id);

/**
 * A dispute on a whole invoice and one on a part, a promise broken and one to come, a plan kept so far (two of six instalments) and one
 * of which nothing came, a pause.
 */
export const demoAgreements = (invoices: readonly DemoInvoice[], today: Day): DemoAgreements => {
  const ago = (days: number): Day => nextWorkingDay(addDays(today, -days), 'metropole');
  const disputed = caseIds(invoices, 'cabinet-ferrand');
  const disputedInPart = caseIds(invoices, 'tavel-second-oeuvre').slice(0, 1);
  const paused = caseIds(invoices, 'ecole-aubert');
  return {
    disputes: [
      ...disputed.map(
        (invoiceId, index): Dispute => ({
          id: `dispute-${index + 1}`,
          clientId: demoClientId('cabinet-ferrand'),
          invoiceId,
          reason: 'not-compliant',
          note: 'Deux portes livrées en 83\u00A0cm au lieu de 93\u00A0cm. Reprise à chiffrer avec l’atelier.',
          openedOn: ago(26),
          memo: 'Antoine chiffre la reprise. Ne rien promettre avant.',
        }),
      ),
      ...disputedInPart.map(
        (invoiceId): Dispute => ({
          id: 'dispute-part',
          clientId: demoClientId('tavel-second-oeuvre'),
          invoiceId,
          disputedCents: cents(48_000),
          reason: 'price',
          note: 'Deux journées de pose comptées en trop, selon le client.',
          openedOn: previousWorkingDay(addDays(today, -3), 'metropole'),
        }),
      ),
    ],
    promises: [
      {
        id: 'promise-broken',
        clientId: demoClientId('promotion-lysandre'),
        invoiceIds: caseIds(invoices, 'promotion-lysandre'),
        promisedOn: addDays(today, -9),
        recordedAt: momentOf(ago(14), '09:50'),
      },
      {
        id: 'promise-open',
        clientId: demoClientId('bailly-promotion'),
        invoiceIds: caseIds(invoices, 'bailly-promotion'),
        promisedOn: addDays(today, 8),
        recordedAt: momentOf(ago(10), '14:15'),
      },
    ],
    plans: [
      {
        id: 'plan-gentiane',
        clientId: demoClientId('la-gentiane'),
        invoiceIds: caseIds(invoices, 'la-gentiane'),
        agreedOn: ago(48),
        instalments: [-38, -8, 22, 52, 82, 112].map((days) => ({
          dueOn: addDays(today, days),
          cents: cents(110_000),
        })),
      },
      {
        id: 'plan-vaurelle',
        clientId: demoClientId('sci-vaurelle'),
        invoiceIds: caseIds(invoices, 'sci-vaurelle'),
        agreedOn: ago(62),
        instalments: [-48, -18, 12, 42].map((days) => ({
          dueOn: addDays(today, days),
          cents: cents(53_750),
        })),
      },
    ],
    pauses: paused.slice(0, 1).map((invoiceId) => ({
      id: 'pause-aubert',
      clientId: demoClientId('ecole-aubert'),
      invoiceId,
      reason: 'Mandatement annoncé par le comptable public',
      until: addDays(today, 12),
      createdAt: momentOf(ago(9), '10:30'),
    })),
  };
};

import { chargeClaimOf } from '../../../shared/claims/charge-claim.ts';
import { regimeRules } from '../../../shared/law/regime.ts';
import type { Charge, ChargeDecision, ChargeDecisions } from '../../../shared/ledger/charge-decision.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { type Command, type CommandContext, put, type Refusal } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { interestTerms } from '../../../shared/letters/interest-term.ts';
import { interestTermFor } from '../../../shared/letters/legal-references.ts';
import { fail, ok } from '../../../shared/result.ts';

/** « Réclamer », « renoncer » with the reason in the user's words (may be empty), or no decision of one's own. */
export type ChargeWish =
  | { readonly kind: 'claim' }
  | { readonly kind: 'waive'; readonly reason: string }
  | { readonly kind: 'follow' };

/** C. com. L441-10 II and CCP D2192-35 give the 40 € against businesses and public buyers only. */
const noIndemnity: Refusal = {
  kind: 'not-given-by-law',
  message:
    'La loi ne prévoit pas l’indemnité de 40\u00A0€ pour ce débiteur\u00A0: elle n’est due que par un professionnel ou un acheteur public.',
};

const isGivenByLaw = (charge: Charge, regime: DebtorRegime): boolean =>
  charge === 'penalties' || regimeRules[regime].hasIndemnity;

/** The decisions with one replaced; undefined where none is left. */
const withDecision = (
  decisions: ChargeDecisions | undefined,
  charge: Charge,
  wish: ChargeWish,
  context: CommandContext,
): ChargeDecisions | undefined => {
  const others = Object.entries(decisions ?? {}).filter(([name]) => name !== charge);
  const own: [Charge, ChargeDecision][] =
    wish.kind === 'follow'
      ? []
      : [
          [
            charge,
            {
              claimed: wish.kind === 'claim',
              reason: wish.kind === 'waive' ? wish.reason.trim() : '',
              decidedAt: context.now,
            },
          ],
        ];
  const all = [...others, ...own];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};

/** The charge as the law of the regime names it, and how its participle ends. */
const chargeWords = (
  charge: Charge,
  regime: DebtorRegime,
): { readonly name: string; readonly ending: string } =>
  charge === 'indemnity'
    ? { name: 'Indemnité de 40\u00A0€', ending: 'ée' }
    : { name: interestTerms[interestTermFor(regime)].sentence, ending: regime === 'b2b' ? 'ées' : 'és' };

/** « réclamées », « abandonnée ». */
const participle = (claimed: boolean, ending: string): string =>
  `${claimed ? 'réclam' : 'abandonn'}${ending}`;

/**
 * Claims or waives the interest or the 40 € of one invoice, or lets it follow its client again. Refused for a
 * charge that the law does not give against this debtor, for a credit note and for a cancelled invoice.
 */
export const decideInvoiceCharge: Command<{
  readonly invoiceId: string;
  readonly charge: Charge;
  readonly wish: ChargeWish;
}> = (ledger, { invoiceId, charge, wish }, context) => {
  const invoice = ledger.invoices.get(invoiceId);
  const client = invoice && ledger.clients.get(invoice.clientId);
  if (!invoice || !client) return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  if (invoice.kind === 'credit-note')
    return fail({ kind: 'credit-note', message: 'Un avoir ne donne lieu ni à intérêts ni à indemnité.' });
  if (invoice.cancelledAt !== undefined)
    return fail({
      kind: 'cancelled',
      message: `La facture ${invoice.number} est annulée\u00A0: elle ne réclame plus rien.`,
    });
  // A decision that the present regime makes void may still be taken back.
  if (wish.kind !== 'follow' && !isGivenByLaw(charge, client.regime)) return fail(noIndemnity);
  const { chargeDecisions: before, ...kept } = invoice;
  const decisions = withDecision(before, charge, wish, context);
  const next: Invoice = decisions === undefined ? kept : { ...kept, chargeDecisions: decisions };
  const { claimed } = chargeClaimOf(charge, next, client, settingsOf(ledger, 'reminders'));
  const { name, ending } = chargeWords(charge, client.regime);
  const act = `${name} de la facture ${invoice.number} ${participle(claimed, ending)}`;
  return ok({
    command: 'decide-invoice-charge',
    label: wish.kind === 'follow' ? `${act}, comme pour le client` : act,
    clientId: client.id,
    undo: 'allowed',
    writes: [put('invoices', next)],
  });
};

/**
 * The same for all invoices of a client that have no decision of their own; `follow` goes back to the general
 * setting. Refused for a charge that the law does not give against this debtor.
 */
export const decideClientCharge: Command<{
  readonly clientId: string;
  readonly charge: Charge;
  readonly wish: ChargeWish;
}> = (ledger, { clientId, charge, wish }, context) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (wish.kind !== 'follow' && !isGivenByLaw(charge, client.regime)) return fail(noIndemnity);
  const { chargeDecisions: before, ...kept } = client;
  const decisions = withDecision(before, charge, wish, context);
  const next = decisions === undefined ? kept : { ...kept, chargeDecisions: decisions };
  const { claimed } = chargeClaimOf(charge, {}, next, settingsOf(ledger, 'reminders'));
  const { name, ending } = chargeWords(charge, client.regime);
  const act = `${name} ${participle(claimed, ending)} pour ${client.name}`;
  return ok({
    command: 'decide-client-charge',
    label: wish.kind === 'follow' ? `${act}, selon le réglage général` : act,
    clientId,
    undo: 'allowed',
    writes: [put('clients', next)],
  });
};

import type { LetterBlock } from '../../ipc/letter-block.ts';
import type { LetterModel } from '../../ipc/letter-contract.ts';
import { regimeRules } from '../../law/regime.ts';
import type { PaymentPlan } from '../../ledger/agreement.ts';
import { balancesAsOf } from '../../ledger/balance.ts';
import type { Client } from '../../ledger/client.ts';
import { settingsOf } from '../../ledger/default-settings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { amountInWords } from '../../money/amount-in-words.ts';
import { type Cents, sumCents } from '../../money/cents.ts';
import { formatAmount } from '../../money/format-amount.ts';
import { fail, ok, type Result } from '../../result.ts';
import { figuresMarker } from '../letter-text.ts';
import { bodyOf, type LetterProposal, type LetterWish, type LetterWishFailure } from './letter-wish.ts';
import { salutation } from './polite-forms.ts';

/** Days after the formal notice, where the user says nothing else. */
export const usualForfeitureDays = 8;

/** The debt that a plan recognises: the sum of its instalments. */
export const recognisedCents = ({ instalments }: PaymentPlan): Cents =>
  sumCents(instalments.map((instalment) => instalment.cents));

/** « 1 000,00 € (mille euros) ». */
const inFiguresAndWords = (amountCents: Cents): string =>
  `${formatAmount(amountCents)} (${amountInWords(amountCents)})`;

/**
 * C. civ. 1376 asks the sum in words and figures by the debtor's own hand of everyone but merchants among
 * themselves; a company and a public body sign by their representative.
 */
export const isHandwrittenByDefault = ({ regime }: Client): boolean => regime === 'b2c';

/** The sentence that the debtor writes out himself. */
export const handwrittenSentence = (ledger: Ledger, client: Client, plan: PaymentPlan): string => {
  const amount = recognisedCents(plan);
  return `Je soussigné(e) ${client.name}, reconnais devoir à ${settingsOf(ledger, 'company').name} la somme de ${amountInWords(amount)} (${formatAmount(amount)}), que je m’engage à régler selon l’échéancier ci-dessus.`;
};

/** Where it comes from, when it is paid, and what it comes to. */
export const paymentPlanBlocks = (ledger: Ledger, plan: PaymentPlan): readonly LetterBlock[] => {
  const { remainingByInvoice } = balancesAsOf(ledger, plan.agreedOn);
  const owedOf = (id: string): number => remainingByInvoice.get(id) ?? 0;
  // Told only where it adds up to the debt: what was recorded since may be dated before the agreement.
  const addsUp = sumCents(plan.invoiceIds.map(owedOf)) === recognisedCents(plan);
  return [
    {
      kind: 'invoices',
      title: 'Origine de la dette',
      rows: plan.invoiceIds.flatMap((id) => {
        const invoice = ledger.invoices.get(id);
        return invoice === undefined
          ? []
          : [
              {
                number: invoice.number,
                issuedOn: invoice.issuedOn,
                ...(invoice.dueOn === undefined ? {} : { dueOn: invoice.dueOn }),
                totalCents: invoice.totalCents,
                ...(addsUp ? { owedCents: owedOf(id) } : {}),
              },
            ];
      }),
    },
    {
      kind: 'instalments',
      rows: plan.instalments.map(({ dueOn, cents }) => ({ dueOn, cents })),
    },
    { kind: 'total', label: 'Dette reconnue', cents: recognisedCents(plan) },
  ];
};

/** Room for the debtor's signature. */
export const debtorSignature = (
  ledger: Ledger,
  client: Client,
  plan: PaymentPlan,
  handwritten: boolean,
): NonNullable<LetterModel['countersignature']> => ({
  title: `Le débiteur, ${client.name}`,
  lines:
    client.regime === 'b2c'
      ? ['Fait à\u00A0:', 'Le\u00A0:']
      : ['Nom et qualité du signataire\u00A0:', 'Fait à\u00A0:', 'Le\u00A0:'],
  ...(handwritten ? { handwritten: handwrittenSentence(ledger, client, plan) } : {}),
});

const interestClause = (client: Client, kept: boolean): string => {
  const charges = regimeRules[client.regime].hasIndemnity
    ? 'aux intérêts de retard et à l’indemnité forfaitaire pour frais de recouvrement'
    : 'aux intérêts de retard';
  return kept
    ? `Le présent échéancier porte sur le principal. Le créancier se réserve expressément ses droits ${charges} courus et à courir sur ces factures.`
    : `Si chaque échéance est réglée à sa date, le créancier renonce ${charges} courus sur ces factures. À défaut, ils restent dus en totalité.`;
};

/**
 * Échéancier with recognition of the debt (law-and-formats.md 5.4): parties, sum in figures and words, origin,
 * instalments, what becomes of the interest, déchéance du terme, no novation, effect on the limitation.
 */
export const paymentPlanProposal = (
  ledger: Ledger,
  wish: LetterWish,
  client: Client,
): Result<LetterProposal, LetterWishFailure> => {
  const plan = ledger.plans.get(wish.planId ?? '');
  if (plan === undefined || plan.clientId !== client.id)
    return fail({
      kind: 'no-plan',
      message:
        'Accordez d’abord l’échéancier, depuis les factures du client\u00A0: cette lettre le met par écrit.',
    });
  const { name } = settingsOf(ledger, 'company');
  const days = wish.forfeitureDays ?? usualForfeitureDays;
  const one = plan.invoiceIds.length === 1;
  return ok({
    subject: 'ÉCHÉANCIER ET RECONNAISSANCE DE DETTE',
    body: bodyOf([
      salutation,
      `Le présent échéancier est convenu entre ${name}, ci-après «\u00A0le créancier\u00A0», et ${client.name}, ci-après «\u00A0le débiteur\u00A0».`,
      `Le débiteur reconnaît devoir au créancier la somme de ${inFiguresAndWords(recognisedCents(plan))}, au titre ${one ? 'de la facture ci-dessous' : 'des factures ci-dessous'}, et s’engage à la régler aux dates et pour les montants suivants.`,
      figuresMarker,
      'Chaque échéance est réglée par virement sur le compte indiqué, avec la référence à rappeler.',
      interestClause(client, wish.interest === 'kept'),
      `Déchéance du terme\u00A0: si une seule échéance n’est pas réglée à sa date, et ${days}\u00A0jours après une mise en demeure par lettre recommandée restée sans effet, la totalité du solde deviendra immédiatement exigible.`,
      'Le présent échéancier n’emporte pas novation\u00A0: le créancier conserve tous ses droits et actions nés des factures. Sa signature vaut reconnaissance de la dette et interrompt la prescription (article 2240 du Code civil).',
      'Merci de nous retourner un exemplaire daté et signé.',
    ]),
    invoiceIds: plan.invoiceIds,
    enclosures: ['Un exemplaire à nous retourner signé'],
    registered: false,
  });
};

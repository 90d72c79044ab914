import type { LetterBlock } from '../../ipc/letter-block.ts';
import { remainingCents } from '../../ledger/balance.ts';
import type { Client } from '../../ledger/client.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Payment, PaymentMethod } from '../../ledger/payment.ts';
import { sumCents } from '../../money/cents.ts';
import { fail, ok, type Result } from '../../result.ts';
import { figuresMarker } from '../letter-text.ts';
import { letterWording } from '../letter-wording.ts';
import { bodyOf, type LetterProposal, type LetterWish, type LetterWishFailure } from './letter-wish.ts';
import { englishClosing, englishSalutation, politeClosing, salutation } from './polite-forms.ts';

const byMethod: Readonly<Record<PaymentMethod, readonly [french: string, english: string]>> = {
  transfer: [' par virement', ' by bank transfer'],
  cheque: [' par chèque', ' by cheque'],
  card: [' par carte', ' by card'],
  'direct-debit': [' par prélèvement', ' by direct debit'],
  cash: [' en espèces', ' in cash'],
  other: ['', ''],
  'as-imported': ['', ''],
};

interface SettledRow {
  readonly invoiceId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly totalCents: number;
  readonly settledCents: number;
  readonly leftCents: number;
}

/** What a payment settled, invoice by invoice, and what is left of each today. */
export const settledBy = (ledger: Ledger, { id }: Payment): readonly SettledRow[] => {
  const settled = new Map<string, number>();
  for (const { source, invoiceId, cents } of ledger.allocations.values())
    if (source.kind === 'payment' && source.paymentId === id)
      settled.set(invoiceId, (settled.get(invoiceId) ?? 0) + cents);
  return [...settled].flatMap(([invoiceId, settledCents]) => {
    const invoice = ledger.invoices.get(invoiceId);
    return invoice === undefined
      ? []
      : [
          {
            invoiceId,
            number: invoice.number,
            issuedOn: invoice.issuedOn,
            totalCents: invoice.totalCents,
            settledCents,
            leftCents: Math.max(0, remainingCents(ledger, invoiceId)),
          },
        ];
  });
};

export const thanksBlocks = (
  ledger: Ledger,
  payment: Payment,
  language: 'en' | undefined,
): readonly LetterBlock[] => {
  const rows = settledBy(ledger, payment);
  const { day } = letterWording({ language });
  return [
    ...(rows.length === 0
      ? []
      : [{ kind: 'settled' as const, rows: rows.map(({ invoiceId: _, ...row }) => row) }]),
    {
      kind: 'total',
      label:
        language === 'en'
          ? `Payment received on ${day(payment.receivedOn)}`
          : `Règlement reçu le ${day(payment.receivedOn)}`,
      cents: payment.cents,
    },
  ];
};

/** « Accusé de réception »: thanks for a payment and says what it settled. */
export const thanksProposal = (
  ledger: Ledger,
  wish: LetterWish,
  client: Client,
): Result<LetterProposal, LetterWishFailure> => {
  const payment = ledger.payments.get(wish.paymentId ?? '');
  if (payment === undefined || payment.clientId !== client.id || payment.reversedAt !== undefined)
    return fail({
      kind: 'no-payment',
      message:
        'Choisissez le règlement dont vous voulez accuser réception\u202F; un règlement annulé n’en est pas un.',
    });
  const rows = settledBy(ledger, payment);
  const leftCents = sumCents(rows.map((row) => row.leftCents));
  const invoiceIds = rows.map(({ invoiceId }) => invoiceId);
  const { amount, day } = letterWording({ language: wish.language });
  const [by, byEnglish] = byMethod[payment.method];
  if (wish.language === 'en')
    return ok({
      subject: 'RECEIPT OF YOUR PAYMENT',
      body: bodyOf([
        englishSalutation,
        `We acknowledge receipt of your payment of ${amount(payment.cents)}, received${byEnglish} on ${day(payment.receivedOn)}, and thank you for it.${rows.length === 0 ? '' : ` It has been set against the following ${rows.length === 1 ? 'invoice' : 'invoices'}:`}`,
        figuresMarker,
        rows.length === 0
          ? ''
          : leftCents === 0
            ? rows.length === 1
              ? 'This invoice is settled in full.'
              : 'These invoices are settled in full.'
            : `The balance still due on ${rows.length === 1 ? 'this invoice' : 'these invoices'} is ${amount(leftCents)}.`,
        englishClosing,
      ]),
      invoiceIds,
      enclosures: [],
      registered: false,
    });
  return ok({
    subject: 'ACCUSÉ DE RÉCEPTION DE VOTRE RÈGLEMENT',
    body: bodyOf([
      salutation,
      `Nous avons bien reçu le ${day(payment.receivedOn)} votre règlement de ${amount(payment.cents)}${by}, et vous en remercions.${rows.length === 0 ? '' : ' Il a été affecté ainsi\u00A0:'}`,
      figuresMarker,
      rows.length === 0
        ? ''
        : leftCents === 0
          ? rows.length === 1
            ? 'Cette facture est soldée.'
            : 'Ces factures sont soldées.'
          : `Il reste ${amount(leftCents)} à régler sur ${rows.length === 1 ? 'cette facture' : 'ces factures'}.`,
      politeClosing,
    ]),
    invoiceIds,
    enclosures: [],
    registered: false,
  });
};

import { addDays, type Day } from '../../dates/day.ts';
import type { LetterBlock } from '../../ipc/letter-block.ts';
import { formatRate } from '../../law/format-rate.ts';
import type { Client, EarlyPaymentDiscount } from '../../ledger/client.ts';
import { settingsOf } from '../../ledger/default-settings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { sumCents } from '../../money/cents.ts';
import { fail, ok, type Result } from '../../result.ts';
import { figuresMarker } from '../letter-text.ts';
import { letterWording } from '../letter-wording.ts';
import { owedInvoices } from './account-statement.ts';
import type { BlockOf } from './block-table.ts';
import { bodyOf, type LetterProposal, type LetterWish, type LetterWishFailure } from './letter-wish.ts';
import { englishClosing, englishSalutation, politeClosing, salutation } from './polite-forms.ts';

/** The escompte that the terms of sale give a client; undefined without one. */
export const discountOf = (ledger: Ledger, client: Client): EarlyPaymentDiscount | undefined =>
  client.earlyPaymentDiscount ?? settingsOf(ledger, 'matching').earlyPaymentDiscount;

type Row = BlockOf<'discounts'>['rows'][number];

/** Invoices on which the escompte can still be had on a day: not due, not partly paid, and in its time. */
export const discountRows = (
  ledger: Ledger,
  client: Client,
  on: Day,
): readonly (Row & { readonly invoiceId: string })[] => {
  const discount = discountOf(ledger, client);
  if (discount === undefined) return [];
  return owedInvoices(ledger, client.id, on).flatMap(({ invoice, owedCents, daysLate }) => {
    const until = addDays(invoice.issuedOn, discount.withinDays);
    // Not on a part payment: the escompte is a part of the price, for the whole of it.
    if (daysLate > 0 || until < on || owedCents !== invoice.totalCents) return [];
    const payableCents = Math.round((owedCents * (10_000 - discount.basisPoints)) / 10_000);
    return [
      {
        invoiceId: invoice.id,
        number: invoice.number,
        issuedOn: invoice.issuedOn,
        owedCents,
        basisPoints: discount.basisPoints,
        discountCents: owedCents - payableCents,
        payableCents,
        until,
      },
    ];
  });
};

/** Less is to pay, by when, on which invoices. */
export const discountBlocks = (
  ledger: Ledger,
  client: Client,
  invoiceIds: readonly string[],
  on: Day,
  language: 'en' | undefined,
): { readonly blocks: readonly LetterBlock[]; readonly payableCents: number } => {
  const wanted = new Set(invoiceIds);
  const rows = discountRows(ledger, client, on).filter(({ invoiceId }) => wanted.has(invoiceId));
  const payableCents = sumCents(rows.map((row) => row.payableCents));
  const saved = letterWording({ language }).amount(sumCents(rows.map((row) => row.discountCents)));
  return {
    payableCents,
    blocks: [
      { kind: 'discounts', rows: rows.map(({ invoiceId: _, ...row }) => row) },
      {
        kind: 'total',
        label: language === 'en' ? 'To pay with the discount' : 'À régler, escompte déduit',
        cents: payableCents,
        note: language === 'en' ? `you save ${saved}` : `soit ${saved} d’escompte`,
      },
    ],
  };
};

/** « Proposition d’escompte », only where the terms of sale give one (law-and-formats.md 5.5). */
export const discountProposal = (
  ledger: Ledger,
  wish: LetterWish,
  client: Client,
  today: Day,
): Result<LetterProposal, LetterWishFailure> => {
  const discount = discountOf(ledger, client);
  if (discount === undefined)
    return fail({
      kind: 'no-discount',
      message:
        'Aucun escompte n’est prévu pour ce client. Indiquez-le dans ses conditions, ou dans Réglages\u00A0› Rapprochement, si vos conditions de vente le prévoient.',
    });
  const rows = discountRows(ledger, client, today);
  if (rows.length === 0)
    return fail({
      kind: 'no-discount',
      message: `Aucune facture de ce client ne peut plus donner droit à l’escompte (${discount.withinDays} jours après la facture).`,
    });
  const rate =
    wish.language === 'en'
      ? `${discount.basisPoints / 100}%`
      : formatRate(discount.basisPoints).replace(/,?0+(?=\u00A0)/u, '');
  const invoiceIds = rows.map(({ invoiceId }) => invoiceId);
  if (wish.language === 'en')
    return ok({
      subject: 'EARLY PAYMENT DISCOUNT',
      body: bodyOf([
        englishSalutation,
        `Our terms of sale grant a discount of ${rate} on invoices paid within ${discount.withinDays} days of their date. It is still open for the following:`,
        figuresMarker,
        'The discount is yours if the funds reach our account by the date shown. After that date the full amount remains payable when due.',
        'The discount reduces the price and the VAT in proportion; we will send you the credit note.',
        englishClosing,
      ]),
      invoiceIds,
      enclosures: [],
      registered: false,
    });
  return ok({
    subject: 'PROPOSITION D’ESCOMPTE POUR RÈGLEMENT ANTICIPÉ',
    body: bodyOf([
      salutation,
      `Nos conditions de vente prévoient un escompte de ${rate} pour tout règlement reçu dans les ${discount.withinDays}\u00A0jours de la facture. Vous pouvez encore en bénéficier\u00A0:`,
      figuresMarker,
      'L’escompte vous est acquis si les fonds sont sur notre compte au plus tard à la date indiquée. Passé cette date, le montant entier reste dû à son échéance.',
      'L’escompte réduit le prix hors taxe et la TVA dans la même proportion\u202F; nous vous adresserons l’avoir correspondant.',
      politeClosing,
    ]),
    invoiceIds,
    enclosures: [],
    registered: false,
  });
};

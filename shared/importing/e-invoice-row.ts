import { compact } from '../identifiers/compact.ts';
import { isSiren } from '../identifiers/siren.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { type Cents, cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import type { EInvoice, EInvoiceParty } from './e-invoice.ts';
import { bareClientName } from './import-identity.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { ImportedContact, InvoiceRow } from './invoice-row.ts';

/** The user's company, as far as it tells an invoice that it issued from one that it received. */
export type InvoicingCompany = Pick<CompanySettings, 'name' | 'siren' | 'vatNumber'>;

export type EInvoiceRowError =
  /** The user is the buyer: a supplier's invoice, which nobody is reminded of. */
  | { readonly kind: 'purchase-invoice'; readonly number: string; readonly sellerName: string }
  /** Neither seller nor buyer is the user. */
  | { readonly kind: 'foreign-invoice'; readonly number: string; readonly sellerName: string }
  | { readonly kind: 'zero-invoice'; readonly number: string };

/** An invoice ready for the import, with what the user should know about it. */
export interface EInvoiceRow {
  readonly row: InvoiceRow;
  readonly problems: readonly ImportProblem[];
}

const isCompany = (party: EInvoiceParty, company: InvoicingCompany): boolean => {
  const siren = compact(company.siren).slice(0, 9);
  if (siren !== '' && party.siren !== undefined) return party.siren === siren;
  const vat = compact(company.vatNumber);
  if (vat !== '' && party.vat !== undefined) return compact(party.vat) === vat;
  const name = bareClientName(company.name);
  return name !== '' && [party.name, party.tradingName ?? ''].some((text) => bareClientName(text) === name);
};

const isUnknown = (company: InvoicingCompany): boolean =>
  [company.name, company.siren, company.vatNumber].every((text) => text.trim() === '');

const contactOf = (buyer: EInvoiceParty): ImportedContact => ({
  ...(buyer.email !== undefined && { email: buyer.email }),
  ...(buyer.phone !== undefined && { phone: buyer.phone }),
  ...(buyer.addressLines && { addressLines: buyer.addressLines }),
  ...(buyer.postcode !== undefined && { postcode: buyer.postcode }),
  ...(buyer.city !== undefined && { city: buyer.city }),
  ...(buyer.siren !== undefined && isSiren(buyer.siren) && { siren: buyer.siren }),
  ...(buyer.vat !== undefined && { vatNumber: compact(buyer.vat) }),
});

/**
 * Turns an electronic invoice that the user issued into a row of the import: the client is the buyer, the open
 * amount is BT-115 (none where the billing mode says that it was paid before), a credit note becomes positive
 * whichever sign the file gives it. `line` is the place in the batch, from 1.
 * @returns fails for a purchase invoice, an invoice between others, and one of 0.
 */
export const eInvoiceRow = (
  invoice: EInvoice,
  company: InvoicingCompany,
  line: number,
): Result<EInvoiceRow, EInvoiceRowError> => {
  const { seller, buyer, number } = invoice;
  if (!isCompany(seller, company) && !isUnknown(company)) {
    const kind = isCompany(buyer, company) ? 'purchase-invoice' : 'foreign-invoice';
    return fail({ kind, number, sellerName: seller.name });
  }
  if (invoice.totalCents === 0) return fail({ kind: 'zero-invoice', number });
  const problems: ImportProblem[] = [];
  const sign = invoice.totalCents < 0 ? -1 : 1;
  const totalCents = cents(sign * invoice.totalCents);
  let remainingCents: Cents = invoice.isAlreadyPaid ? cents(0) : cents(sign * invoice.dueCents);
  if (remainingCents > totalCents) {
    problems.push(
      importProblem(line, {
        kind: 'remaining-above-total',
        target: 'remainingCents',
        cents: remainingCents,
        otherCents: totalCents,
      }),
    );
    remainingCents = totalCents;
  } else if (remainingCents < 0) {
    problems.push(
      importProblem(line, { kind: 'overpaid', target: 'remainingCents', cents: -remainingCents }),
    );
    remainingCents = cents(0);
  }
  if (invoice.dueOn === undefined && !invoice.isCreditNote) {
    problems.push(importProblem(line, { kind: 'missing-due-date', target: 'dueOn' }));
  } else if (invoice.dueOn !== undefined && invoice.dueOn < invoice.issuedOn) {
    problems.push(importProblem(line, { kind: 'due-before-issue', target: 'dueOn', value: invoice.dueOn }));
  }
  return ok({
    row: {
      line,
      number,
      kind: invoice.isCreditNote ? 'credit-note' : 'invoice',
      issuedOn: invoice.issuedOn,
      ...(invoice.dueOn !== undefined && { dueOn: invoice.dueOn }),
      clientName: buyer.name,
      clientNamedByCode: false,
      totalCents,
      remainingCents,
      currency: invoice.currency,
      status: remainingCents === 0 ? 'paid' : 'open',
      ...(invoice.orderReference !== undefined && { orderReference: invoice.orderReference }),
      contact: contactOf(buyer),
    },
    problems,
  });
};

const quoted = (text: string): string => `«\u00a0${text.length > 60 ? `${text.slice(0, 59)}…` : text}\u00a0»`;

/** What the user reads when an electronic invoice is none of those to be reminded. */
export const frenchEInvoiceRowError = (error: EInvoiceRowError): string => {
  switch (error.kind) {
    case 'purchase-invoice':
      return `La facture ${quoted(error.number)} est une facture d’achat\u00a0: ${quoted(error.sellerName)} vous l’a adressée. Seules les factures que vous émettez s’importent.`;
    case 'foreign-invoice':
      return `La facture ${quoted(error.number)} a été émise par ${quoted(error.sellerName)}, et non par votre société. Si c’est bien la vôtre, vérifiez le nom, le SIREN et le numéro de TVA dans les réglages.`;
    case 'zero-invoice':
      return `La facture ${quoted(error.number)} est d’un montant nul, elle n’est pas importée.`;
  }
};

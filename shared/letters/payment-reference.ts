import { compact } from '../identifiers/compact.ts';
import { creditorReference } from '../identifiers/creditor-reference.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { paymentLink } from './payment-link.ts';
import { epcPayload } from './sepa-qr.ts';

const longestReference = 35;

/**
 * What the client should quote: the RF reference of the invoice, or of the client's code where the letter
 * claims several; the plain number where the standard does not allow one (ISO 11649).
 */
export const paymentReference = (invoices: readonly Invoice[], client: Client): string => {
  const first = invoices[0]?.number ?? '';
  const plain =
    invoices.length !== 1 && client.code !== undefined && client.code !== '' ? client.code : first;
  const reference = creditorReference(plain);
  return reference.ok ? reference.value : [...plain].slice(0, longestReference).join('');
};

/** Account, reference and QR payload; no code where the data does not allow one. */
export const paymentDetails = (
  company: CompanySettings,
  invoices: readonly Invoice[],
  client: Client,
  amountCents: number,
): LetterModel['payment'] => {
  const holder = (company.accountHolder.trim() === '' ? company.name : company.accountHolder).trim();
  const reference = paymentReference(invoices, client);
  const isRf = /^RF\d{2}/.test(reference);
  const payload = epcPayload({
    name: holder,
    iban: company.iban,
    bic: company.bic,
    amountCents,
    ...(isRf ? { reference } : { text: reference }),
  });
  const link = paymentLink(company.paymentLink, amountCents, reference);
  const order = company.chequeOrder?.trim() ?? '';
  return {
    iban: compact(company.iban),
    bic: compact(company.bic),
    holder: [...holder].slice(0, 70).join(''),
    reference,
    ...(payload.ok ? { qrPayload: payload.value } : {}),
    ...(link === undefined ? {} : { link }),
    ...(order === '' ? {} : { chequeOrder: order }),
  };
};

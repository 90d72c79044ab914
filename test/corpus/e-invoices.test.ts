import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isIban } from '../../shared/identifiers/iban.ts';
import { isSiren, isSiret } from '../../shared/identifiers/siren.ts';
import { type EInvoice, frenchEInvoiceError, readEInvoice } from '../../shared/importing/e-invoice.ts';
import { readPdfAttachments } from '../../shared/importing/pdf-attachments.ts';
import { corpusBytes, corpusFiles, corpusIsThere } from './corpus.ts';

const optional = z.string().nullish();
const oneOrMore = z.union([z.string(), z.array(z.string())]).optional();

const party = z.object({
  name: z.string(),
  trading_name: optional,
  legal_id: optional,
  vat_id: optional,
  country: optional,
  siren: optional,
  siret: optional,
  siret_under_scheme_0002: optional,
  siren_luhn_ok: z.boolean().optional(),
  siret_luhn_ok: z.boolean().optional(),
  electronic_address: optional,
  electronic_address_scheme: optional,
});

const facts = z.object({
  syntax: z.string(),
  profile: optional,
  business_process: optional,
  invoice_number: z.string(),
  type_code: optional,
  issue_date: z.string(),
  due_date: optional,
  currency: z.string(),
  seller: party,
  buyer: party,
  buyer_reference: optional,
  order_reference: optional,
  payment_reference: optional,
  payment_terms: optional,
  payee: optional,
  iban: oneOrMore,
  iban_mod97_ok: z.union([z.boolean(), z.array(z.boolean())]).optional(),
  preceding_invoices: z.array(z.string()).optional(),
  tax_exclusive_total: z.string(),
  grand_total: z.string(),
  prepaid: optional,
  rounding: optional,
  due_payable: z.string(),
  tax_total: z.array(z.object({ amount: z.string(), currency: z.string() })).optional(),
});
type Facts = z.infer<typeof facts>;

const syntaxes: Readonly<Record<string, EInvoice['syntax']>> = {
  'CII (D16B/D22B)': 'cii',
  'ZUGFeRD 1.0 (CrossIndustryDocument)': 'zugferd-1',
  'UBL Invoice': 'ubl-invoice',
  'UBL CreditNote': 'ubl-credit-note',
};

const centsOf = (text: string | null | undefined): number | undefined =>
  text == null ? undefined : Math.round(Number(text) * 100) + 0;

const listed = <Item>(value: Item | readonly Item[] | undefined): readonly Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Item];

const spaces = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

const checkParty = (found: EInvoice['buyer'], expected: z.infer<typeof party>): void => {
  expect(found.name).toBe(spaces(expected.name));
  if (expected.trading_name) expect(found.tradingName).toBe(expected.trading_name);
  expect(found.legalId).toBe(expected.legal_id ?? undefined);
  expect(found.vat).toBe(expected.vat_id ?? undefined);
  expect(found.country).toBe(expected.country ?? undefined);
  const siret = expected.siret ?? expected.siret_under_scheme_0002;
  expect(found.siret).toBe(siret ?? undefined);
  const siren = expected.siren ?? siret?.slice(0, 9);
  if (siren) expect(found.siren).toBe(siren);
  else if (!expected.vat_id?.startsWith('FR')) expect(found.siren).toBeUndefined();
  if (expected.siren_luhn_ok !== undefined) expect(isSiren(found.siren ?? '')).toBe(expected.siren_luhn_ok);
  if (expected.siret_luhn_ok !== undefined) expect(isSiret(found.siret ?? '')).toBe(expected.siret_luhn_ok);
  if (expected.electronic_address_scheme === 'EM' && expected.electronic_address?.includes('@')) {
    // The contact's own address goes before the electronic address of the party.
    expect(found.email).toMatch(/@/);
  }
};

const check = (found: EInvoice, expected: Facts): void => {
  expect(found).toMatchObject({
    syntax: syntaxes[expected.syntax],
    number: expected.invoice_number,
    issuedOn: expected.issue_date,
    currency: expected.currency,
    totalCents: centsOf(expected.grand_total),
    taxExclusiveCents: centsOf(expected.tax_exclusive_total),
    dueCents: centsOf(expected.due_payable),
  });
  expect(found.profile).toBe(expected.profile ?? undefined);
  expect(found.businessProcess).toBe(expected.business_process ?? undefined);
  expect(found.dueOn).toBe(expected.due_date ?? undefined);
  expect(found.prepaidCents).toBe(centsOf(expected.prepaid));
  expect(found.roundingCents).toBe(centsOf(expected.rounding));
  if (expected.type_code) expect(found.typeCode).toBe(expected.type_code);
  expect(found.isCreditNote).toBe(
    expected.syntax === 'UBL CreditNote' ||
      expected.type_code === '381' ||
      expected.grand_total.startsWith('-'),
  );
  expect(found.orderReference).toBe(expected.order_reference ?? undefined);
  expect(found.buyerReference).toBe(expected.buyer_reference ?? undefined);
  expect(found.paymentReference).toBe(expected.payment_reference ?? undefined);
  expect(spaces(found.paymentTerms)).toBe(spaces(expected.payment_terms));
  expect(found.payee?.name).toBe(expected.payee ?? undefined);
  expect(found.ibans).toEqual(listed(expected.iban));
  expect(found.ibans.map((iban) => isIban(iban))).toEqual(listed(expected.iban_mod97_ok));
  expect(found.precedingInvoices).toEqual(expected.preceding_invoices ?? []);
  const own = expected.tax_total?.find(({ currency }) => currency === expected.currency);
  if (own) expect(found.vatCents).toBe(centsOf(own.amount));
  checkParty(found.seller, expected.seller);
  checkParty(found.buyer, expected.buyer);
};

/** French, with the right signs, and no word of programmers. */
const readsAsFrench = (message: string): void => {
  expect(message).toMatch(/^[A-ZÀÉÈ].*\.$/s);
  expect(message).not.toMatch(/undefined|Error|'|[^\u00a0\u202f][:;!?](\s|$)/);
};

const xmlFiles = ['cii-xml', 'ubl-xml'].flatMap((folder) =>
  corpusFiles(folder).map((file) => ({ ...file, folder })),
);

describe.runIf(corpusIsThere)('XML invoices of others', () => {
  it.each(xmlFiles)('$folder $name', ({ folder, name, expected }) => {
    const read = readEInvoice(corpusBytes(folder, name));
    if (expected.is_invoice === false) {
      expect(read).toMatchObject({
        ok: false,
        error: { kind: 'not-an-invoice', root: expected.root_element },
      });
      if (!read.ok) readsAsFrench(frenchEInvoiceError(read.error));
      return;
    }
    expect(read).toMatchObject({ ok: true });
    if (read.ok) check(read, facts.parse(expected));
  });
});

const pdfFacts = z.object({
  attachments: z.array(z.string()),
  documents: z.array(z.object({ attachment: z.string(), xml_bytes: z.number() }).loose()),
});

describe.runIf(corpusIsThere)('PDF invoices of others', () => {
  it.each(corpusFiles('facturx-pdf'))('$name', ({ name, expected }) => {
    const bytes = corpusBytes('facturx-pdf', name);
    const { attachments, documents } = pdfFacts.parse(expected);
    const found = readPdfAttachments(bytes);
    expect(found.ok && found.value.map((attachment) => attachment.name)).toEqual(attachments);
    expect(found.ok && found.value.map((attachment) => attachment.bytes.length)).toEqual(
      documents.map((document) => document.xml_bytes),
    );
    const read = readEInvoice(bytes);
    const [document] = documents;
    if (document?.is_invoice === false) {
      expect(read).toMatchObject({ ok: false, error: { kind: 'not-an-invoice' } });
      if (!read.ok) readsAsFrench(frenchEInvoiceError(read.error));
      return;
    }
    if (document?.xml_error !== undefined) {
      expect(read).toMatchObject({ ok: false, error: { kind: 'malformed-xml', line: 1 } });
      return;
    }
    expect(read).toMatchObject({ ok: true, attachmentName: attachments[0] });
    if (read.ok) check(read, facts.parse(document));
  });
});

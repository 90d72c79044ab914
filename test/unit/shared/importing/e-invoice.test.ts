import { describe, expect, it } from 'vitest';
import { type EInvoice, frenchEInvoiceError, readEInvoice } from '../../../../shared/importing/e-invoice.ts';
import { eInvoiceRow, frenchEInvoiceRowError } from '../../../../shared/importing/e-invoice-row.ts';
import {
  type SampleInvoice,
  sampleInvoice,
  writeCii,
  writePdfWith,
  writeUbl,
} from '../../../support/written-e-invoice.ts';
import { errorOf, successOf, utf8Bytes } from './fixture.ts';

const read = (changes: Partial<SampleInvoice> = {}): EInvoice => {
  const reading = readEInvoice(utf8Bytes(writeCii({ ...sampleInvoice, ...changes })));
  if (!reading.ok) throw new Error(frenchEInvoiceError(reading.error));
  return reading;
};

const refusal = (text: string): string => {
  const reading = readEInvoice(utf8Bytes(text));
  if (reading.ok) throw new Error('not refused');
  return frenchEInvoiceError(reading.error);
};

const cii = writeCii(sampleInvoice);
const company = { name: 'Atelier Dupré', siren: '732 829 320', vatNumber: 'FR44732829320' };

describe('an electronic invoice that cannot be taken', () => {
  it.each([
    ['', 'Ce fichier est vide.'],
    ['facture;client\n', 'Ce fichier ne contient pas de document XML.'],
    [cii.slice(0, 900), 'incomplet ou abîmé'],
    [cii.replace('FA-2026-0012', ''), 'le numéro de facture manque.'],
    [
      cii.replace('20261001', '20260931'),
      '«\u00a020260931\u00a0» n’est pas acceptable pour la date de facture.',
    ],
    [cii.replace('20261031', 'demain'), 'la date d’échéance.'],
    [cii.replace('>EUR<', '>euros<'), 'la devise.'],
    [
      cii.replaceAll('>1200.00<', '>1200,00<'),
      '«\u00a01200,00\u00a0» n’est pas acceptable pour le total TTC.',
    ],
    [cii.replaceAll('>1200.00<', '>1200.005<'), 'plus de deux décimales.'],
    [cii.replaceAll('>1000.00<', '>NaN<'), 'le montant à payer.'],
    [cii.replace('Boulangerie Étoile &amp; Fils', ''), 'le nom de l’acheteur manque.'],
    [
      cii.replaceAll('CrossIndustryInvoice', 'myinvoice'),
      '(«\u00a0myinvoice\u00a0») n’est pas une facture électronique.',
    ],
    [
      '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
      'est une commande, pas une facture.',
    ],
    ['<SCRDMCCBDACIOMessageStructure/>', 'est une commande Order-X, pas une facture.'],
    ['<CrossDomainAcknowledgementAndResponse/>', 'est un statut de facture (cycle de vie), pas une facture.'],
    [
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>',
      'message bancaire, pas une facture.',
    ],
    ['<Invoice><Id>1</Id></Invoice>', 'n’est pas une facture électronique.'],
    [writeCii({ ...sampleInvoice, typeCode: '325' }), 'n’est pas une facture électronique.'],
    ['PK\u0003\u0004', 'archive ZIP'],
    ['%PDF-1.7\n%%EOF', 'ne contient pas de facture électronique (Factur-X)'],
  ])('%#: the user reads why', (text, sentence) => {
    expect(refusal(text)).toContain(sentence);
  });

  it('a PDF with another attachment says which', async () => {
    const pdf = await writePdfWith('plan.dwg', utf8Bytes('x'), { objectStreams: true });
    const reading = readEInvoice(pdf);
    expect(reading).toEqual({ ok: false, error: { kind: 'no-invoice-in-pdf', attachments: ['plan.dwg'] } });
  });

  it('a broken factur-x.xml is not passed over for another attachment', async () => {
    const pdf = await writePdfWith('factur-x.xml', utf8Bytes(cii.slice(0, 900)), { objectStreams: false });
    expect(readEInvoice(pdf)).toMatchObject({ ok: false, error: { kind: 'malformed-xml' } });
  });
});

it('an invoice in the envelope of Peppol is read as without it', () => {
  const ubl = writeUbl(sampleInvoice).replace(/^<\?xml.*?\?>\n/, '');
  const wrapped = `<StandardBusinessDocument xmlns="urn:x"><StandardBusinessDocumentHeader/>${ubl}</StandardBusinessDocument>`;
  expect(readEInvoice(utf8Bytes(wrapped))).toEqual(readEInvoice(utf8Bytes(ubl)));
});

describe('identifiers of the parties', () => {
  it('a SIRET under scheme 0002 gives the SIREN', () => {
    const buyer = { ...sampleInvoice.buyer, siret: undefined, siren: '44312197500012', vat: undefined };
    expect(read({ buyer }).buyer).toMatchObject({ siren: '443121975', siret: '44312197500012' });
  });

  it('a French VAT number gives the SIREN, one of Monaco or abroad none', () => {
    const sirenOf = (vat: string) =>
      read({ buyer: { ...sampleInvoice.buyer, siret: undefined, siren: undefined, vat } }).buyer.siren;
    expect(sirenOf('FR 83 443 121 975')).toBe('443121975');
    expect(sirenOf('FR61000094358')).toBeUndefined();
    expect(sirenOf('DE123456789')).toBeUndefined();
  });
});

describe('an electronic invoice as a row of the import', () => {
  const rowOf = (changes: Partial<SampleInvoice> = {}) => successOf(eInvoiceRow(read(changes), company, 3));

  it('names the buyer as client and takes what is due', () => {
    const { row, problems } = rowOf();
    expect(problems).toEqual([]);
    expect(row).toEqual({
      line: 3,
      number: 'FA-2026-0012',
      kind: 'invoice',
      issuedOn: '2026-10-01',
      dueOn: '2026-10-31',
      clientName: 'Boulangerie Étoile & Fils',
      clientNamedByCode: false,
      totalCents: 120_000,
      remainingCents: 100_000,
      currency: 'EUR',
      status: 'open',
      orderReference: 'BC-77',
      contact: {
        email: 'compta@etoile.example',
        addressLines: ['12 place du Marché', 'Bâtiment B'],
        postcode: '38000',
        city: 'Grenoble',
        siren: '443121975',
        vatNumber: 'FR83443121975',
      },
    });
  });

  it('makes a credit note positive whichever sign the file gives it', () => {
    const of381 = rowOf({
      typeCode: '381',
      dueOn: undefined,
      totalCents: 5000,
      prepaidCents: 0,
      dueCents: 5000,
    });
    const of380 = rowOf({ dueOn: undefined, totalCents: -5000, prepaidCents: 0, dueCents: -5000 });
    for (const { row, problems } of [of381, of380]) {
      expect(row).toMatchObject({
        kind: 'credit-note',
        totalCents: 5000,
        remainingCents: 5000,
        status: 'open',
      });
      expect(problems).toEqual([]);
    }
    const ubl = readEInvoice(utf8Bytes(writeUbl({ ...sampleInvoice, typeCode: '381' })));
    expect(ubl.ok && successOf(eInvoiceRow(ubl, company, 1)).row.kind).toBe('credit-note');
  });

  it('is paid when its billing mode says so, or when too much came', () => {
    expect(rowOf({ businessProcess: 'B2' }).row).toMatchObject({ remainingCents: 0, status: 'paid' });
    const overpaid = rowOf({ dueCents: -5000 });
    expect(overpaid.row).toMatchObject({ kind: 'invoice', remainingCents: 0, status: 'paid' });
    expect(overpaid.problems.map(({ kind }) => kind)).toEqual(['overpaid']);
  });

  it('warns of a missing due date, of one before the invoice, and of more due than the total', () => {
    const kinds = (changes: Partial<SampleInvoice>) => rowOf(changes).problems.map(({ kind }) => kind);
    expect(kinds({ dueOn: undefined })).toEqual(['missing-due-date']);
    expect(kinds({ dueOn: '2026-09-30' })).toEqual(['due-before-issue']);
    expect(kinds({ dueCents: 120_001 })).toEqual(['remaining-above-total']);
    expect(rowOf({ dueCents: 120_001 }).row.remainingCents).toBe(120_000);
  });

  it('refuses what the user bought, what is between others, and nothing', () => {
    const { seller, buyer } = sampleInvoice;
    const bought = errorOf(eInvoiceRow(read({ seller: buyer, buyer: seller }), company, 1));
    expect(bought.kind).toBe('purchase-invoice');
    expect(frenchEInvoiceRowError(bought)).toContain('est une facture d’achat');
    const foreign = errorOf(eInvoiceRow(read({ seller: { ...buyer, name: 'Tiers SA' } }), company, 1));
    expect(foreign.kind).toBe('foreign-invoice');
    expect(frenchEInvoiceRowError(foreign)).toContain('a été émise par «\u00a0Tiers SA\u00a0»');
    expect(errorOf(eInvoiceRow(read({ totalCents: 0 }), company, 1)).kind).toBe('zero-invoice');
  });

  it('knows the user by name where no number can be compared, and takes any seller before he said who he is', () => {
    const unnumbered = { name: 'ATELIER DUPRE S.A.R.L.', siren: '', vatNumber: '' };
    expect(eInvoiceRow(read(), unnumbered, 1).ok).toBe(true);
    expect(eInvoiceRow(read(), { name: 'Autre', siren: '', vatNumber: '' }, 1).ok).toBe(false);
    expect(eInvoiceRow(read(), { name: '', siren: '', vatNumber: '' }, 1).ok).toBe(true);
  });
});

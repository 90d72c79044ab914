import { describe, expect, it } from 'vitest';
import { detectContent, type FileContent } from '../../../../shared/importing/file-content.ts';
import { utf8Bytes } from './fixture.ts';

const of = (text: string): FileContent => detectContent(utf8Bytes(text));
const kindOf = (text: string): string => of(text).kind;
const cfonb = (start: string): string => start.padEnd(120, ' ');

const invoice =
  '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>';

describe('what a file is, told by its content', () => {
  it.each([
    ['an invoice list', 'Facture;Client;Date;Montant TTC\r\nF-1;Dupont;01/09/2026;12,00', 'table'],
    [
      'cells copied from a spreadsheet',
      'Facture\tClient\tDate\tMontant\nF-1\tDupont\t01/09/2026\t12,00',
      'table',
    ],
    [
      'entries of accounting',
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\nVE\tVentes\t1\t20260901\t411\tClients\tD\tDupont\tF-1\t20260901\tF-1\t12,00\t0,00\t\t\t20260901\t\t',
      'fec',
    ],
    ['a CII invoice', `<?xml version="1.0"?>\n<!-- une facture -->\n${invoice}`, 'e-invoice'],
    [
      'a UBL credit note',
      '\uFEFF<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>',
      'e-invoice',
    ],
    ['a PDF', '%PDF-1.7\n', 'e-invoice'],
    [
      'a status of the platform',
      '<rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="urn:x"/>',
      'life-cycle',
    ],
    ['contacts', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anne Roux\r\nEND:VCARD', 'contacts'],
    ['OFX 1', 'OFXHEADER:100\r\nDATA:OFXSGML\r\n\r\n<OFX><SIGNONMSGSRSV1>', 'bank'],
    ['OFX 2', '<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX></OFX>', 'bank'],
    ['MT940', '\r\n:20:STARTUMS\r\n:25:12345678/1\r\n:28C:1\r\n:60F:C261101EUR1,00\r\n', 'bank'],
    [
      'CAMT',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt/></Document>',
      'bank',
    ],
    [
      'CFONB 120 in lines',
      `${cfonb('0130004    00055EUR2 00000123456  2009')}\r\n${cfonb('0730004    00055')}`,
      'bank',
    ],
    ['CFONB 120 in one piece', cfonb('0130004    00055EUR2 ') + cfonb('0730004    00055EUR2 '), 'bank'],
    ['a message', 'Return-Path: <a@b.example>\r\nReceived: from x\r\n\r\nBonjour', 'e-mail'],
  ])('%s', (_name, text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['an order', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', 'order'],
    ['an Order-X', '<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:x"/>', 'order'],
    ['transfers', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"/>', 'payment-order'],
    ['another XML', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'other-xml'],
    ['a remittance of bills', `31${'0'.repeat(9)}`.padEnd(240, ' '), 'payment-order'],
    ['QIF', '!Type:Bank\nD01/02/2026\nT-12.00\n^', 'qif'],
    ['JSON', '{ "factures": [] }', 'json'],
    ['a calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'calendar'],
    ['a web page', '<html><body>Factures</body></html>', 'foreign-file'],
    ['nothing', '', 'empty-file'],
    ['only spaces', ' \r\n ', 'empty-file'],
  ])('%s is refused with what to do', (_name, text, reason) => {
    const content = of(text);
    expect(content).toMatchObject({ kind: 'refused', reason });
    expect(content.kind === 'refused' && content.message.length).toBeGreaterThan(20);
  });

  it('is told by the bytes, not by a name, whatever the encoding', () => {
    const text = 'Facture;Client;Échéance;Reste à payer\r\nF-1;Été SARL;01/09/2026;12,00';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(detectContent(utf16)).toEqual({ kind: 'table', listKind: 'invoices' });
    const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(detectContent(latin1)).toEqual({ kind: 'table', listKind: 'invoices' });
  });

  it('knows a list of clients or of movements from a list of invoices', () => {
    expect(of('Nom;E-mail;Téléphone\r\nDupont;a@b.example;0102030405')).toEqual({
      kind: 'table',
      listKind: 'clients',
    });
    expect(of('Date;Date de valeur;Débit;Crédit;Libellé\r\n01/09/2026;01/09/2026;;12,00;VIR')).toEqual({
      kind: 'table',
      listKind: 'bank-statement',
    });
  });

  it('does not take phone numbers in the first column for records of a bank', () => {
    const phones = '0123456789;Dupont;01 23 45 67 89;0612345678\r\n';
    expect(kindOf(`Téléphone;Nom;Fixe;Mobile\r\n${phones}`)).toBe('table');
    expect(kindOf('0123456789;00055EUR2;00000123456;200926;Dupont')).toBe('table');
  });

  it('leaves the movements of a running day to the reader of statements, which says what they are', () => {
    expect(kindOf(':20:S\r\n:25:ACC\r\n:28C:1\r\n:34F:EUR1,00\r\n:61:2611190000C1,00NTRF\r\n')).toBe('bank');
  });

  it('looks at the beginning only: a long file and an endless tag cost the same as a short one', () => {
    expect(kindOf(`<a ${'b="c" '.repeat(200_000)}`)).toBe('refused');
    expect(kindOf(`<!-- ${'-'.repeat(500_000)}`)).toBe('refused');
    expect(kindOf(`Facture;Client;Montant\r\n${'F-1;Dupont;12,00\r\n'.repeat(100_000)}`)).toBe('table');
  });
});

import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../shared/importing/column-mapping.ts';
import { type InvoiceRowsOptions, readInvoiceRows } from '../../../../shared/importing/invoice-rows.ts';
import { saysCreditNote, statusMeaning } from '../../../../shared/importing/invoice-status.ts';
import { readTable } from '../../../../shared/importing/table.ts';
import { errorOf, fixtureBytes, successOf, utf8Bytes } from './fixture.ts';

const readBytes = (bytes: Uint8Array, options: InvoiceRowsOptions = {}) => {
  const table = successOf(readTable(bytes));
  return successOf(readInvoiceRows(table, suggestMapping(table).mapping, options));
};
const header = 'Facture;Client;Date facture;Échéance;Total TTC;Réglé;Reste dû;Statut\n';
const read = (lines: string, options: InvoiceRowsOptions = {}) =>
  readBytes(utf8Bytes(header + lines), options);
const kindsOf = (lines: string) => read(lines).problems.map(({ line, kind }) => `${line} ${kind}`);

describe('reading invoices from a French export', () => {
  const list = readBytes(fixtureBytes('logiciel-comptable-1252.csv'));

  it('reads invoices, credit notes and what remains', () => {
    expect(
      list.rows.map((row) => [
        row.line,
        row.number,
        row.kind,
        row.totalCents,
        row.remainingCents,
        row.status,
      ]),
    ).toEqual([
      [6, 'FA-2026-101', 'invoice', 125_000, 125_000, 'open'],
      [7, 'FA-2026-108', 'invoice', 48_050, 28_050, 'open'],
      [9, 'FA-2026-110', 'invoice', 1_234_567, 1_234_567, 'open'],
      [10, 'AV-2026-007', 'credit-note', 34_567, 34_567, 'open'],
      [13, 'FA-2026-115', 'invoice', 8990, 0, 'paid'],
    ]);
    expect(list.rows[0]).toEqual({
      line: 6,
      number: 'FA-2026-101',
      kind: 'invoice',
      issuedOn: '2026-09-03',
      dueOn: '2026-10-03',
      clientName: 'Hôtel de l’Abbaye',
      clientNamedByCode: false,
      clientCode: 'C001',
      totalCents: 125_000,
      remainingCents: 125_000,
      currency: 'EUR',
      status: 'open',
      contact: {},
    });
  });

  it('leaves drafts and cancelled invoices out', () => {
    expect(list.leftOut.map(({ number, status }) => `${number} ${status}`)).toEqual([
      'FA-2026-130 draft',
      'FA-2026-131 cancelled',
    ]);
  });

  it('reports each unusable line with its reason', () => {
    expect(list.problems.filter(({ severity }) => severity === 'error')).toEqual([
      {
        line: 14,
        severity: 'error',
        kind: 'impossible-date',
        target: 'issuedOn',
        column: 'Date pièce',
        value: '31/02/2026',
        message: 'Date de facture\u00a0: «\u00a031/02/2026\u00a0» n’existe pas dans le calendrier.',
      },
      {
        line: 15,
        severity: 'error',
        kind: 'missing-client',
        target: 'clientName',
        column: 'Tiers',
        value: '',
        message: 'Le client manque.',
      },
      {
        line: 16,
        severity: 'error',
        kind: 'not-an-amount',
        target: 'totalCents',
        column: 'Montant TTC (€)',
        value: 'offert',
        message: 'Montant TTC\u00a0: «\u00a0offert\u00a0» n’est pas un montant.',
      },
      {
        line: 17,
        severity: 'error',
        kind: 'duplicate',
        target: 'number',
        value: 'FA-2026-101',
        message:
          'La facture «\u00a0FA-2026-101\u00a0» figure déjà à la ligne 6 avec d’autres valeurs. Seule la première est retenue.',
      },
    ]);
    expect(list.duplicates).toBe(1);
  });

  it('reads a line again after its cell was corrected', () => {
    const corrections = new Map([
      [14, { issuedOn: '28/02/2026' }],
      [15, { clientName: 'Café Zoé' }],
    ]);
    const corrected = readBytes(fixtureBytes('logiciel-comptable-1252.csv'), { corrections });
    expect(corrected.rows.map(({ line }) => line)).toEqual([6, 7, 9, 10, 13, 14, 15]);
    expect(corrected.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line)).toEqual(
      [16, 17],
    );
  });
});

describe('what remains to be paid', () => {
  const remaining = (line: string) => read(line).rows[0]?.remainingCents;
  it.each([
    ['the stated remainder', 'F1;A;01/02/2026;03/03/2026;100,00;10,00;80,00;', 8000],
    ['else total less paid', 'F1;A;01/02/2026;03/03/2026;100,00;10,00;;', 9000],
    ['else nothing when paid', 'F1;A;01/02/2026;03/03/2026;100,00;;;Payée', 0],
    ['else the total', 'F1;A;01/02/2026;03/03/2026;100,00;;;', 10_000],
    ['never more than the total', 'F1;A;01/02/2026;03/03/2026;100,00;;120,00;', 10_000],
    ['never less than nothing', 'F1;A;01/02/2026;03/03/2026;100,00;130,00;;', 0],
    ['of a credit note paid with a negative sign', 'AV1;A;01/02/2026;;-100,00;-40,00;;', 6000],
    ['of a credit note paid with a positive sign', 'AV1;A;01/02/2026;;-100,00;40,00;;', 6000],
    [
      'of a credit note whose total is positive and remainder negative',
      'AV1;A;01/02/2026;;100,00;;-40,00;Avoir',
      4000,
    ],
    ['as the total when only the remainder is known', 'F1;A;01/02/2026;03/03/2026;;;80,00;', 8000],
  ])('is %s', (_, line, expected) => {
    expect(remaining(line)).toBe(expected);
  });
});

describe('problems by line', () => {
  it.each([
    ['F1;A;01/02/2026;;100,00;;;', ['2 missing-due-date']],
    ['F1;A;;03/03/2026;100,00;;;', ['2 issued-when-due']],
    ['F1;A;;;100,00;;;', ['2 missing-date']],
    ['F1;A;01/02/2026;01/01/2026;100,00;;;', ['2 due-before-issue']],
    ['F1;A;bientôt;01/01/2026;100,00;;;', ['2 not-a-date']],
    [';A;01/02/2026;03/03/2026;100,00;;;', ['2 missing-number']],
    ['F1;A;01/02/2026;03/03/2026;;;;', ['2 missing-amount']],
    ['F1;A;01/02/2026;03/03/2026;100,00;;120,00;', ['2 remaining-above-total']],
    ['F1;A;01/02/2026;03/03/2026;100,00;130,00;;', ['2 overpaid']],
    ['F1;A;01/02/2026;03/03/2026;100,00;;20,00;Payée', ['2 status-disagrees']],
    ['F1;A;01/02/2026;03/03/2026;100,00;;;Zébrée', ['2 unknown-status']],
    ['F1;A;01/02/2026;03/03/2026;0,00;;;', ['2 zero-total']],
    ['F1;A;01/02/2026;03/03/2026;100,005;1,50;;', ['2 too-precise-amount']],
    [
      'F1;A;01/02/2026;03/03/2026;90071992547409,91;;90071992547409,91;',
      ['2 too-large-amount', '2 too-large-amount'],
    ],
    ['F1;A;01/02/2026;03/03/2026;100,00;;;;;x', ['2 shifted-cells']],
    ['F1;A;01/02/2026;03/03/2026;100,00;;;\nf1;a;01/02/2026;03/03/2026;90,00;;;', ['3 duplicate']],
  ])('finds what is wrong with %s', (lines, expected) => {
    expect(kindsOf(lines)).toEqual(expected);
  });

  it('finds nothing wrong with the same number of two clients', () => {
    expect(kindsOf('1;A;01/02/2026;03/03/2026;100,00;;;\n1;B;01/02/2026;03/03/2026;90,00;;;')).toEqual([]);
  });

  it('writes every message in whole French sentences', () => {
    const { problems } = read(
      'F1;A;01/02/2026;03/03/2026;100,00;;120,00;\nF2;A;01/02/2026;03/03/2026;100,00;130,00;;\nF3;A;01/02/2026;03/03/2026;1,00;;0,50;Payée',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'Le reste à payer (120,00\u00a0€) dépasse le total (100,00\u00a0€). Le total est retenu.',
      'Réglé au-delà du total (30,00\u00a0€ de trop). La facture est considérée comme soldée.',
      'Le statut «\u00a0Payée\u00a0» ne correspond pas au reste à payer (0,50\u00a0€). Le reste à payer est retenu.',
    ]);
  });

  it('leaves ambiguous amounts to the user', () => {
    const text = 'Facture;Client;Date;Total\nF1;A;01/02/2026;1,234\n';
    expect(readBytes(utf8Bytes(text)).problems.map(({ kind }) => kind)).toEqual(['ambiguous-amount']);
    expect(readBytes(utf8Bytes(text), { decimal: '.' }).rows[0]?.totalCents).toBe(123_400);
  });

  it('reads dates in the order the user chose', () => {
    const text = 'Facture;Client;Date;Total\nF1;A;03/04/2026;1,00\n';
    expect(readBytes(utf8Bytes(text)).rows[0]?.issuedOn).toBe('2026-04-03');
    expect(readBytes(utf8Bytes(text), { dateOrder: 'mdy' }).rows[0]?.issuedOn).toBe('2026-03-04');
  });

  it('refuses a mapping without what every invoice needs', () => {
    const table = successOf(readTable(utf8Bytes('Client;Total\nA;1,00\n')));
    expect(errorOf(readInvoiceRows(table, { clientName: 0 }))).toEqual({
      kind: 'mapping-incomplete',
      missing: [['number'], ['issuedOn', 'dueOn'], ['totalCents', 'remainingCents']],
    });
  });
});

describe('what the file tells about clients', () => {
  it('reads contacts, and reports what cannot be used', () => {
    const text =
      'Facture;Client;Date;Total;E-mail;Téléphone;Adresse;Complément d’adresse;CP;Ville;SIRET;N° TVA;Devise;Commande\n' +
      'F1;A;01/02/2026;1,00;"compta@a.fr ; dg@a.fr";01 02;12 rue Haute;Bât. B;75001;Paris;732 829 320 00074;FR 44 732829320;chf;BC-7\n' +
      'F2;B;01/02/2026;1,00;néant;;;;;;123;;€;\n';
    const { rows, problems } = readBytes(utf8Bytes(text));
    expect(rows[0]).toMatchObject({
      currency: 'CHF',
      orderReference: 'BC-7',
      contact: {
        email: 'compta@a.fr',
        phone: '01 02',
        addressLines: ['12 rue Haute', 'Bât. B'],
        postcode: '75001',
        city: 'Paris',
        siren: '732829320',
        vatNumber: 'FR44732829320',
      },
    });
    expect(rows[1]).toMatchObject({ currency: 'EUR', contact: {} });
    expect(problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '3 invalid-email',
      '3 invalid-siren',
    ]);
  });

  it('reads Excel’s Unicode text with an unusable address', () => {
    const { rows, problems } = readBytes(fixtureBytes('excel-texte-unicode.txt'));
    expect(
      rows.map(({ clientName, totalCents, contact }) => [
        clientName,
        totalCents,
        contact.email,
        contact.city,
      ]),
    ).toEqual([
      ['Établissements Façade', 150_000, 'compta@facade.example', 'Nîmes'],
      ['Bœuf & "Co"', 9999, undefined, 'Saint-Étienne'],
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(['invalid-email']);
  });

  it('reads a DOS and an old Mac export', () => {
    expect(
      readBytes(fixtureBytes('facturation-dos-850.csv')).rows.map(({ number, dueOn, remainingCents }) => [
        number,
        dueOn,
        remainingCents,
      ]),
    ).toEqual([
      ['1001', '2026-11-04', 123_456],
      ['1002', '2026-11-06', 7800],
      ['1003', '2026-11-08', 0],
    ]);
    expect(
      readBytes(fixtureBytes('export-mac.csv')).rows.map(({ number, clientName, remainingCents }) => [
        number,
        clientName,
        remainingCents,
      ]),
    ).toEqual([
      ['2026/31', 'Épicerie d’Été', 100_000],
      ['2026/32', 'Ferme des Chênes', 31_025],
    ]);
  });

  it('reads a file without titles by what its columns hold', () => {
    const table = successOf(readTable(fixtureBytes('sans-titres-8859-15.csv')));
    const { mapping } = suggestMapping(table);
    expect(mapping).toEqual({ number: 0, issuedOn: 1, dueOn: 2, clientName: 3, totalCents: 4 });
    expect(
      successOf(readInvoiceRows(table, mapping)).rows.map(({ clientName, totalCents }) => [
        clientName,
        totalCents,
      ]),
    ).toEqual([
      ['Cœur de Ville', 150_000],
      ['Théâtre du Vieux-Pré', 2050],
      ['Théâtre du Vieux-Pré', 700],
    ]);
  });
});

describe('accounting movements', () => {
  it('counts only the lines on the client account, and payments as payments', () => {
    const text =
      'Compte;Date;Facture;Client;Montant\n411000;01/02/2026;F1;A;120,00\n706000;01/02/2026;F1;A;100,00\n445710;01/02/2026;F1;A;20,00\n' +
      '411000;15/02/2026;F1;A;-50,00\n512000;15/02/2026;F1;A;50,00\n411000;16/02/2026;F0;A;-10,00\n';
    const { rows, problems } = readBytes(utf8Bytes(text));
    expect(
      rows.map(({ number, totalCents, remainingCents }) => [number, totalCents, remainingCents]),
    ).toEqual([['F1', 12_000, 7000]]);
    expect(problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['7 payment-without-invoice']);
  });
});

describe('status words', () => {
  it.each([
    ['Payée', 'paid'],
    ['payé', 'paid'],
    ['RÉGLÉES', 'paid'],
    ['Soldé', 'paid'],
    ['En retard', 'open'],
    ['En attente', 'open'],
    ['Impayée', 'open'],
    ['Partiellement réglée', 'open'],
    ['À échoir', 'open'],
    ['Émise', 'open'],
    ['Brouillon', 'draft'],
    ['Draft', 'draft'],
    ['Annulée', 'cancelled'],
    ['Void', 'cancelled'],
    ['Avoir', 'credit-note'],
    ['Partial', 'open'],
    ['Zébrée', undefined],
  ])('understands %s', (word, meaning) => {
    expect(statusMeaning(word)).toBe(meaning);
  });

  it('knows credit notes by the type of document', () => {
    expect(['Avoir', 'AV', 'Credit Note', '381', 'Facture'].map(saysCreditNote)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

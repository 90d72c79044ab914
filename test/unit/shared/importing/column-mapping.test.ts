import { describe, expect, it } from 'vitest';
import {
  headerFingerprint,
  mappingFromProfile,
  missingTargets,
  suggestMapping,
} from '../../../../shared/importing/column-mapping.ts';
import { foldHeader } from '../../../../shared/importing/fold-text.ts';
import { readTable } from '../../../../shared/importing/table.ts';
import { fixtureBytes, successOf, utf8Bytes } from './fixture.ts';

const tableOf = (text: string) => successOf(readTable(utf8Bytes(text)));

/** Target → title of the column proposed for it. */
const proposal = (text: string): Record<string, string> => {
  const table = tableOf(text);
  const { mapping } = suggestMapping(table);
  return Object.fromEntries(
    Object.entries(mapping).map(([target, column]) => [target, table.columns[column]?.header ?? '']),
  );
};

describe('folding titles', () => {
  it.each([
    ['Date de l’échéance (€)', 'date echeance'],
    ['BalanceDueAmount', 'balance due amount'],
    ['date_emission', 'date emission'],
    ['N° Pièce', 'n piece'],
    ['TTC', 'ttc'],
    ['MontantTTC', 'montant ttc'],
    ['Le', 'le'],
    ['Montant dû', 'montant due'],
    ['MONTANT DU', 'montant due'],
    ['Date du document', 'date document'],
  ])('folds %s', (title, expected) => {
    expect(foldHeader(title)).toBe(expected);
  });
});

describe('proposing a mapping', () => {
  it('never takes an amount before tax, a tax or a discount for what is still owed', () => {
    const rest = '01/11/2026;Dupont;1000;200;50;1200;1200\r\n';
    expect(
      proposal(
        `Numéro;Date;Client;Montant HT;Montant TVA;Montant remise;Montant TTC;Montant dû\r\nF-1;${rest}F-2;${rest}`,
      ),
    ).toMatchObject({ totalCents: 'Montant TTC', remainingCents: 'Montant dû' });
    const without = proposal(
      'Numéro;Date;Client;Montant HT;Montant TVA;Montant remise;Montant TTC\r\nF-1;01/11/2026;Dupont;1000;200;50;1200',
    );
    expect(without).toMatchObject({ totalCents: 'Montant TTC' });
    expect(without).not.toHaveProperty('remainingCents');
  });

  it('reads the titles of a French accounting program', () => {
    const table = successOf(readTable(fixtureBytes('logiciel-comptable-1252.csv')));
    const suggestion = suggestMapping(table);
    expect(suggestion.mapping).toEqual({
      number: 0,
      issuedOn: 1,
      dueOn: 2,
      clientCode: 3,
      clientName: 4,
      totalCents: 5,
      paidCents: 6,
      remainingCents: 7,
      status: 8,
    });
    expect(suggestion.unusedColumns).toEqual([]);
    expect(suggestion.listKind).toBe('invoices');
    expect(Object.values(suggestion.confidence).every((confidence) => confidence >= 0.85)).toBe(true);
  });

  it.each([
    [
      'Référence;Raison sociale;Émise le;À payer le;Total HT;TVA;Total TTC;Solde dû;Courriel;Tél.;CP;Ville;SIRET\nF1;A;01/02/2026;03/02/2026;10,00;2,00;12,00;12,00;a@b.fr;01;75001;Paris;73282932000074\n',
      {
        number: 'Référence',
        clientName: 'Raison sociale',
        issuedOn: 'Émise le',
        dueOn: 'À payer le',
        totalCents: 'Total TTC',
        remainingCents: 'Solde dû',
        email: 'Courriel',
        phone: 'Tél.',
        postcode: 'CP',
        city: 'Ville',
        siren: 'SIRET',
      },
    ],
    [
      'Facture;Société;Date facture;Date limite de règlement;Montant HT;Montant de la TVA;Net à payer;Montant réglé;Reste à payer;Bon de commande;Devise\nF1;A;01/02/2026;03/02/2026;10,00;2,00;12,00;0,00;12,00;BC1;EUR\n',
      {
        number: 'Facture',
        clientName: 'Société',
        issuedOn: 'Date facture',
        dueOn: 'Date limite de règlement',
        totalCents: 'Net à payer',
        paidCents: 'Montant réglé',
        remainingCents: 'Reste à payer',
        orderReference: 'Bon de commande',
        currency: 'Devise',
      },
    ],
    [
      'NUM FACTURE;CODE CLIENT;NOM CLIENT;DATE;ECHEANCE;MONTANT\n1;C1;A;01/02/2026;03/02/2026;12,00\n',
      {
        number: 'NUM FACTURE',
        clientCode: 'CODE CLIENT',
        clientName: 'NOM CLIENT',
        issuedOn: 'DATE',
        dueOn: 'ECHEANCE',
        totalCents: 'MONTANT',
      },
    ],
  ])('finds the columns of %#', (text, expected) => {
    expect(proposal(text)).toEqual(expected);
  });

  it('never takes an amount without tax for what the client owes', () => {
    expect(proposal('Facture;Client;Date;Montant HT\nF1;A;01/02/2026;12,00\n')).not.toHaveProperty(
      'totalCents',
    );
  });

  it('takes a column « Client » that holds only numbers for the code', () => {
    expect(proposal('Facture;Client;Date;Total\nF1;104;01/02/2026;12,00\n')).toMatchObject({
      clientCode: 'Client',
    });
  });

  it('recognises addresses of e-mail by what they are', () => {
    expect(
      proposal('Facture;Client;Date;Total;Destinataire du relevé\nF1;A;01/02/2026;12,00;a@b.fr\n'),
    ).toMatchObject({
      email: 'Destinataire du relevé',
    });
  });

  it('uses each column once', () => {
    const columns = Object.values(
      proposal('Date;Date;Client;Client;Total;Total\n01/02/2026;02/02/2026;A;B;1,00;2,00\n'),
    );
    expect(columns).toHaveLength(3);
  });

  it('warns of lists that are not invoices', () => {
    const kind = (text: string) => suggestMapping(tableOf(text)).listKind;
    expect(kind('Liste des règlements\n\nClient;Facture;Montant;Date\nA;F1;12,00;01/02/2026\n')).toBe(
      'payments',
    );
    expect(
      kind('Client;Facture;Montant;Date de paiement;Mode de règlement\nA;F1;12,00;01/02/2026;CB\n'),
    ).toBe('payments');
    expect(kind('Nom;E-mail;Ville\nA;a@b.fr;Paris\n')).toBe('clients');
    expect(kind('Date;Date de valeur;Débit;Crédit;Libellé\n01/02/2026;01/02/2026;1,00;;x\n')).toBe(
      'bank-statement',
    );
  });

  it('says which columns are still missing', () => {
    expect(missingTargets({ number: 0, clientCode: 1, issuedOn: 2 })).toEqual([
      ['totalCents', 'remainingCents'],
    ]);
    expect(missingTargets({ number: 0, clientCode: 1, dueOn: 2, remainingCents: 3 })).toEqual([]);
  });
});

describe('finding a profile again', () => {
  it('gives two exports of one program the same fingerprint, another one a different', () => {
    const first = headerFingerprint(successOf(readTable(fixtureBytes('logiciel-comptable-1252.csv'))));
    const newer = headerFingerprint(
      successOf(readTable(fixtureBytes('logiciel-comptable-1252-plus-recent.csv'))),
    );
    const other = headerFingerprint(successOf(readTable(fixtureBytes('facturation-dos-850.csv'))));
    expect(newer).toBe(first);
    expect(other).not.toBe(first);
  });

  it('reads back what a profile holds and nothing that does not fit', () => {
    expect(
      mappingFromProfile({ number: 2, clientName: 0, issuedOn: 9, email: 0, totalCents: '1', other: 1 }, 4),
    ).toEqual({
      number: 2,
      clientName: 0,
    });
  });
});

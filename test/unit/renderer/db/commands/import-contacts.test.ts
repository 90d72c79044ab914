import { describe, expect, it } from 'vitest';
import {
  type ContactImportWish,
  importContacts,
} from '../../../../../renderer/db/commands/import-contacts.ts';
import { undoImport } from '../../../../../renderer/db/commands/undo-import.ts';
import type { ContactChoice } from '../../../../../shared/importing/contact-plan.ts';
import { isNoNewContact, planContacts } from '../../../../../shared/importing/contact-plan.ts';
import { readContacts } from '../../../../../shared/importing/contacts.ts';
import type { Client } from '../../../../../shared/ledger/client.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';
import { aClient, aLedger } from '../../../shared/reminders/sample-ledger.ts';
import { applied, contextOn, decided, refused } from './decide.ts';
import { runInMemory } from './run-in-memory.ts';

const header = 'Code client;Raison sociale;Contact;Fonction;E-mail;Téléphone;Adresse;CP;Ville;SIREN';
const rowsOf = (...lines: readonly string[]) => readContacts(utf8Bytes([header, ...lines].join('\n'))).rows;
const wishOf = (lines: readonly string[], changes: Partial<ContactImportWish> = {}): ContactImportWish => ({
  fileName: 'clients.csv',
  fileHash: 'ef'.repeat(32),
  rows: rowsOf(...lines),
  createsClients: true,
  ...changes,
});
const clientsOf = (ledger: Ledger): readonly Client[] => [...ledger.clients.values()];
const counter = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `plan-${count}`;
  };
};

const dupont = aClient('c1', {
  name: 'Dupont SARL',
  code: 'C1',
  contacts: [{ id: 'k1', name: 'Claire Dupont', role: 'decision-maker', email: 'claire@dupont.example' }],
});
const bare = aClient('c2', { name: 'Garage du Pont', address: undefined, contacts: [] });
const ledger = aLedger({ clients: [dupont, bare] });

describe('importing a contact list', () => {
  it('completes what is missing and leaves what the user typed', () => {
    const wish = wishOf([
      'C1;DUPONT;Claire Dupont;Comptable;claire@dupont.example;04 78 00 00 00;99 rue Neuve;75001;Paris;732829320',
      ';Garage du pont;Paul Durand;;paul@garage.example;;3 quai du Port;69009;Lyon;',
    ]);
    const decision = decided(importContacts, ledger, wish);
    expect(decision.label).toBe('Import de clients.csv\u00a0: 2\u00a0clients complétés');
    const [first, second] = clientsOf(applied(ledger, decision));
    expect(first).toEqual({
      ...dupont,
      siren: '732829320',
      contacts: [{ ...dupont.contacts[0], phone: '04 78 00 00 00' }],
    });
    expect(second).toMatchObject({
      name: 'Garage du Pont',
      address: { lines: ['3 quai du Port'], postcode: '69009', city: 'Lyon' },
      contacts: [{ name: 'Paul Durand', role: 'reminders', email: 'paul@garage.example' }],
    });
  });

  it('another address of a known person becomes a contact beside the first', () => {
    const decision = decided(
      importContacts,
      ledger,
      wishOf(['C1;;Claire Dupont;;autre@dupont.example;;;;;']),
    );
    expect(clientsOf(applied(ledger, decision))[0]?.contacts).toMatchObject([
      { id: 'k1', email: 'claire@dupont.example' },
      { name: 'Claire Dupont', role: 'other', email: 'autre@dupont.example' },
    ]);
  });

  it('creates a client once for several contacts, and says what the list was', () => {
    const wish = wishOf([
      'C9;Mairie de Lens;Anne Roux;Comptabilité;compta@lens.example;;1 place;62300;Lens;',
      'C9;Mairie de Lens;Luc Petit;Maire;maire@lens.example;;;;;',
    ]);
    const after = applied(ledger, decided(importContacts, ledger, wish));
    const created = clientsOf(after).at(-1);
    expect(created).toMatchObject({
      name: 'Mairie de Lens',
      regime: 'public',
      code: 'C9',
      rate: { kind: 'statutory' },
      contacts: [
        { name: 'Anne Roux', role: 'accounting' },
        { name: 'Luc Petit', role: 'decision-maker' },
      ],
    });
    expect([...after.imports.values()]).toMatchObject([
      { content: 'contacts', newClients: 1, newInvoices: 0, openCents: 0 },
    ]);
    expect(created?.importId).toBe([...after.imports.keys()][0]);
  });

  it('the same list again is nothing new', () => {
    const wish = wishOf([
      'C1;Dupont;Claire Dupont;;claire@dupont.example;04 78 00 00 00;;;;',
      'C9;Martin;Anne;;anne@martin.example;;;;;',
      ';Durand;;;;;12 rue;69003;Lyon;',
    ]);
    const after = applied(ledger, decided(importContacts, ledger, wish));
    expect(refused(importContacts, after, wish).kind).toBe('nothing-new');
    const plan = planContacts(after, wish.rows, counter());
    expect(isNoNewContact(plan)).toBe(true);
    expect(plan.unchanged).toHaveLength(3);
  });

  it('without new clients only the known ones are completed', () => {
    const wish = wishOf(['C9;Martin;Anne;;anne@martin.example;;;;;'], { createsClients: false });
    expect(refused(importContacts, ledger, wish)).toEqual({
      kind: 'nothing-new',
      message: 'Ce fichier ne contient rien de nouveau.',
    });
  });

  it('is undone as a whole', () => {
    const context = contextOn('2026-11-23');
    const wish = wishOf([
      'C1;Dupont;Luc;;luc@dupont.example;;;;;',
      'C9;Martin;Anne;;anne@martin.example;;;;;',
    ]);
    const { ledger: after, pages } = successOf(runInMemory(ledger, importContacts, wish, context));
    expect(after.clients.size).toBe(3);
    const undone = successOf(runInMemory(after, undoImport, { pages, keepUsed: false }, context)).ledger;
    expect(clientsOf(undone)).toEqual(clientsOf(ledger));
    expect(undone.imports.size).toBe(0);
  });
});

describe('rows that could mean several clients', () => {
  const twins = aLedger({
    clients: [
      aClient('b1', { name: 'Boulangerie Martin', code: 'B1', contacts: [] }),
      aClient('b2', { name: 'Boulangerie Martin', code: 'B2', contacts: [] }),
    ],
  });
  const row = ';Boulangerie Martin;Anne;;anne@martin.example;;;;;';

  it('are asked and change nothing', () => {
    const plan = planContacts(twins, rowsOf(row), counter());
    expect(plan.ambiguous).toMatchObject([{ candidateIds: ['b1', 'b2'], reason: 'same-name' }]);
    expect(refused(importContacts, twins, wishOf([row])).kind).toBe('nothing-new');
  });

  it('a code, or the user, tells which one', () => {
    const coded = decided(importContacts, twins, wishOf([`B2${row}`]));
    expect(applied(twins, coded).clients.get('b2')?.contacts).toHaveLength(1);
    const choose = (choice: ContactChoice) => wishOf([row], { choices: new Map([[2, choice]]) });
    const chosen = decided(importContacts, twins, choose({ kind: 'client', clientId: 'b1' }));
    expect(applied(twins, chosen).clients.get('b1')?.contacts).toHaveLength(1);
    expect(applied(twins, decided(importContacts, twins, choose({ kind: 'new' }))).clients.size).toBe(3);
    expect(refused(importContacts, twins, choose({ kind: 'skip' })).kind).toBe('nothing-new');
  });

  it('a code that contradicts, a like name, the accountant’s address', () => {
    const reasonOf = (line: string) => planContacts(ledger, rowsOf(line), counter()).ambiguous[0]?.reason;
    expect(reasonOf('X9;Dupont SAS;Anne;;a@x.example;;;;;')).toBeUndefined();
    expect(reasonOf(';Dupont SAS;Anne;;a@x.example;;;;;')).toBe('similar-name');
    expect(reasonOf(';Martin Frères;Anne;;claire@dupont.example;;;;;')).toBe('same-email');
    expect(
      planContacts(ledger, rowsOf(';;Claire;;claire@dupont.example;01 00 00 00 00;;;;'), counter()),
    ).toMatchObject({
      completed: [{ clientId: 'c1', added: ['contact-details'] }],
    });
  });
});

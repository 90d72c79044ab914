import { describe, expect, it } from 'vitest';
import { readContacts } from '../../shared/importing/contacts.ts';
import { corpusBytes, corpusFacts, corpusIsThere } from './corpus.ts';

const folder = 'invoices-csv';

describe.runIf(corpusIsThere)('client lists of billing programs as contacts', () => {
  it('FreshBooks', () => {
    const { rows, problems } = readContacts(corpusBytes(folder, 'freshbooks_clients.csv'));
    const facts = corpusFacts(folder, 'freshbooks_clients.csv');
    const [organisation, first, last, email, phone, street] = facts.first_record as readonly string[];
    expect(rows).toHaveLength(Number(facts.records));
    // The person is the client: her name stands there once.
    expect(organisation).toBe(`${first} ${last}`);
    expect(rows[0]).toMatchObject({ organisation, email, phone, address: { lines: [street] } });
    expect(rows[0]).not.toHaveProperty('name');
    expect(rows[1]?.name).toBeDefined();
    expect(problems).toEqual([]);
  });

  it('Invoice Ninja, below title lines, with two columns « Phone »', () => {
    const { rows, problems } = readContacts(corpusBytes(folder, 'in4-clients.csv'));
    const facts = corpusFacts(folder, 'in4-clients.csv');
    expect(rows).toHaveLength(Number(facts.clients));
    expect(rows[0]?.organisation).toBe(facts.first_client);
    expect(rows.every(({ email, phone, name }) => email && phone && name)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('the sheet « Clients » of a workbook', () => {
    const name = 'export_recouvrement_20241126_230000.xlsx';
    const { rows, format } = readContacts(corpusBytes(folder, name));
    const { Clients } = corpusFacts(folder, name).sheets as { readonly Clients: { readonly rows: number } };
    expect([format, rows.length]).toEqual(['xlsx', Clients.rows - 1]);
    expect(rows.every(({ organisation, email }) => organisation && email)).toBe(true);
  });
});

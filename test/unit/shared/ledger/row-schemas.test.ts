import { expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { tableNames } from '../../../../shared/ledger/ledger.ts';
import { rowSchemas } from '../../../../shared/ledger/row-schemas/row-schemas.ts';
import { sampledRows } from '../../../support/sampled-rows.ts';

test('every row of the demonstration is one', () => {
  const demo = demoLedgerRows(day('2026-11-22'), seededRandom(7));
  for (const table of tableNames)
    for (const row of demo[table]) expect(rowSchemas[table].safeParse(row).error?.issues).toBeUndefined();
});

test.each(tableNames)('%s: every field and every variant is let through as it is', (table) => {
  for (const row of sampledRows(table, 24)) {
    const parsed = rowSchemas[table].safeParse(row);
    expect(parsed.error?.issues).toBeUndefined();
    expect(JSON.stringify(parsed.data)).toBe(JSON.stringify(row));
  }
});

test.each(tableNames)(
  '%s: a row without one of its fields, or with one of another type, is none',
  (table) => {
    const [row] = sampledRows(table, 1);
    if (!row) throw new Error('no sample');
    expect(rowSchemas[table].safeParse(null).success).toBe(false);
    expect(rowSchemas[table].safeParse([]).success).toBe(false);
    expect(rowSchemas[table].safeParse({}).success).toBe(false);
    // A list of lists of lists is none of the types that a field has.
    for (const field of Object.keys(row))
      if (field !== 'mapping')
        expect([field, rowSchemas[table].safeParse({ ...row, [field]: [[[]]] }).success]).toEqual([
          field,
          false,
        ]);
  },
);

test('fields that a later version adds are let through', () => {
  const [client] = sampledRows('clients', 1);
  const parsed = rowSchemas.clients.safeParse({ ...client, later: { added: true } });
  expect(parsed.data).toMatchObject({ later: { added: true } });
});

test('amounts that are no whole cents and days that do not exist are refused', () => {
  const [payment] = sampledRows('payments', 1);
  for (const wrong of [
    { cents: 1.5 },
    { cents: Number.NaN },
    { receivedOn: '2026-02-31' },
    { recordedAt: 'hier' },
  ])
    expect(rowSchemas.payments.safeParse({ ...payment, ...wrong }).success).toBe(false);
});

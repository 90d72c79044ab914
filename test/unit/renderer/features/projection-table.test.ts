import { describe, expect, it } from 'vitest';
import {
  briefProjectionTable,
  projectionTable,
} from '../../../../renderer/features/treasury/projection-table.ts';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { lowestDay, projectTreasury } from '../../../../shared/insight/treasury.ts';
import { balance, client, invoice, outflow } from '../../shared/insight/few-rows.ts';

const today = day('2026-11-23');

describe('the projection by week', () => {
  const projection = projectTreasury(
    ledgerOfRows({
      clients: [client('a')],
      invoices: [invoice('F-1', 'a', '2026-12-04', 300_000)],
      bankBalances: [balance('2026-11-23', 100_000)],
      outflows: [outflow('rent', day('2026-12-02'), 250_000)],
    }),
    today,
  );
  if (!projection) throw new Error('no projection');
  const table = projectionTable(projection);

  it('opens each week with what the one before closed with', () => {
    expect(table.rows).toHaveLength(13);
    expect(table.rows[0]).toEqual([
      '24/11 au 30/11/2026',
      '1\u202F000,00\u00A0€',
      '–',
      '–',
      '1\u202F000,00\u00A0€',
      '1\u202F000,00\u00A0€',
    ]);
    expect(table.rows[1]).toEqual([
      '01/12 au 07/12/2026',
      '1\u202F000,00\u00A0€',
      '3\u202F000,00\u00A0€',
      '\u22122\u202F500,00\u00A0€',
      '1\u202F500,00\u00A0€',
      '\u22121\u202F500,00\u00A0€',
    ]);
    expect(table.rows[2]?.[1]).toBe('1\u202F500,00\u00A0€');
    expect(table.columns).toHaveLength(table.rows[0]?.length ?? 0);
  });

  it('does without the opening where there is no room', () => {
    const brief = briefProjectionTable(projection);
    expect(brief.columns).toEqual(['Semaine', 'Attendu', 'Dépenses', 'Clôture', 'Au plus bas']);
    expect(brief.rows[1]?.slice(0, 2)).toEqual(['01/12 au 07/12/2026', '3\u202F000,00\u00A0€']);
  });

  it('has its lowest day inside a week that closes well', () => {
    expect(lowestDay(projection)).toMatchObject({ on: '2026-12-02', balanceCents: -150_000 });
  });
});

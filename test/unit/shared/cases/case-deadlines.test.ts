import { describe, expect, it } from 'vitest';
import { caseDeadlines } from '../../../../shared/cases/case-deadlines.ts';
import { day } from '../../../../shared/dates/day.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';

const legalCase = (over: Partial<LegalCase>): LegalCase => ({
  id: 'k1',
  clientId: 'c1',
  invoiceIds: ['F-1'],
  openedOn: day('2026-06-01'),
  facts: {},
  procedure: 'order-for-payment',
  costsCents: zeroCents,
  note: '',
  documents: [],
  ...over,
});

const days = (over: Partial<LegalCase>, bothMerchants?: boolean) =>
  caseDeadlines(legalCase(over), { calendar: 'metropole', law: shippedParameters, bothMerchants }).map(
    ({ kind, on, extendedOn }) => [kind, on, extendedOn],
  );

describe('deadlines of a case', () => {
  it('six months to serve an order of 31 August 2026, three for one of 1 September', () => {
    expect(days({ dates: { orderOn: day('2026-08-31') } })).toEqual([
      ['order-service', '2027-02-28', '2027-03-01'],
    ]);
    expect(days({ dates: { orderOn: day('2026-09-01') } })).toEqual([
      ['order-service', '2026-12-01', undefined],
    ]);
  });

  it('one month of opposition from the service, enforcement after two', () => {
    expect(days({ dates: { orderServedOn: day('2026-10-15') } })).toEqual([
      ['opposition', '2026-11-15', '2026-11-16'],
      ['enforcement', '2026-12-15', undefined],
    ]);
  });

  it('no fee in advance before the judicial court', () => {
    expect(days({ filedOn: day('2026-11-02') }, true)).toHaveLength(1);
    expect(days({ filedOn: day('2026-11-02') }, false)).toEqual([]);
  });

  it('fifteen days to pay the registry, until costs are entered', () => {
    expect(days({ filedOn: day('2026-11-02') })).toEqual([['fee', '2026-11-17', undefined]]);
    expect(days({ filedOn: day('2026-11-02'), costsCents: 3300 as never })).toEqual([]);
  });

  it('L126: the record eight days after the month, then six months to serve it', () => {
    const procedure = 'uncontested-commercial-claim' as const;
    expect(days({ procedure, dates: { demandServedOn: day('2026-10-05') } })).toEqual([
      ['non-contestation-record', '2026-11-13', undefined],
    ]);
    expect(days({ procedure, dates: { recordOn: day('2026-11-16') } })).toEqual([
      ['non-contestation-service', '2027-05-16', '2027-05-18'],
    ]);
  });

  it('none after the end, the title or an opposition', () => {
    const orderOn = day('2026-09-01');
    expect(days({ dates: { orderOn, titleOn: day('2026-11-01') } })).toEqual([]);
    expect(days({ dates: { orderOn, contestedOn: day('2026-11-01') } })).toEqual([]);
    expect(
      days({ dates: { orderOn }, closed: { on: day('2026-11-02'), outcome: 'paid', note: '' } }),
    ).toEqual([]);
  });
});

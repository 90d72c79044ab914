import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { invoiceDueOn, termStartOf, termsOf } from '../../../../shared/ledger/client-terms.ts';

const [third, tenth] = [day('2026-11-03'), day('2026-11-10')];

describe('the terms of a client', () => {
  it('are those agreed with him, else so many days net', () => {
    const terms = { kind: 'decade', days: 30 } as const;
    expect(termsOf({ terms }, 30)).toBe(terms);
    expect(termsOf({}, 15)).toEqual({ kind: 'net', days: 15 });
    expect(termsOf(undefined, 15)).toEqual({ kind: 'net', days: 15 });
  });
});

describe('the day that terms « à réception » count from', () => {
  it.each([
    ['b2b', { performedOn: third, requestReceivedOn: tenth }, third],
    ['b2b', { requestReceivedOn: tenth }, undefined],
    [undefined, { performedOn: third }, third],
    ['public', { performedOn: third }, undefined],
    ['public', { requestReceivedOn: third }, third],
    ['public', { performedOn: third, requestReceivedOn: tenth }, tenth],
    // A request sent before the work was done counts from the end of the work.
    ['public', { performedOn: tenth, requestReceivedOn: third }, tenth],
  ] as const)('%s, %j: %s', (regime, days, start) => {
    expect(termStartOf(regime, days)).toBe(start);
  });
});

describe('the due date of an invoice', () => {
  const issuedOn = day('2026-11-01');
  const terms = { kind: 'after-receipt', days: 30 } as const;

  it('counts from the receipt where the terms do', () => {
    expect(invoiceDueOn({ issuedOn, performedOn: third }, 'b2b', terms)).toEqual({
      ok: true,
      value: '2026-12-03',
    });
    expect(invoiceDueOn({ issuedOn, requestReceivedOn: tenth }, 'public', terms)).toEqual({
      ok: true,
      value: '2026-12-10',
    });
    expect(invoiceDueOn({ issuedOn, performedOn: third }, 'b2b', { kind: 'net', days: 30 })).toEqual({
      ok: true,
      value: '2026-12-01',
    });
  });

  it('is not guessed while the receipt is unknown', () => {
    expect(invoiceDueOn({ issuedOn }, 'b2b', terms)).toEqual({
      ok: false,
      error: { kind: 'missing-receipt' },
    });
  });
});

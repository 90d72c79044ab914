import { describe, expect, it } from 'vitest';
import { nearCaseDeadlines } from '../../../../shared/cases/near-deadlines.ts';
import { day } from '../../../../shared/dates/day.ts';
import { concernSentence } from '../../../../shared/insight/agenda-concern.ts';
import { emptyLedger } from '../../../../shared/ledger/ledger.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';

const ledger = {
  ...emptyLedger(),
  legalCases: new Map([
    [
      'k1',
      {
        id: 'k1',
        clientId: 'c1',
        invoiceIds: ['F-1'],
        openedOn: day('2026-09-01'),
        facts: {},
        procedure: 'order-for-payment' as const,
        filedOn: day('2026-09-02'),
        dates: { orderOn: day('2026-09-10') },
        costsCents: zeroCents,
        note: '',
        documents: [],
      },
    ],
  ]),
};

describe('deadlines that come near', () => {
  it('are told thirty days before, and press within the week', () => {
    const on = (today: string) =>
      nearCaseDeadlines(ledger, day(today)).map(({ deadline, isPressing }) => [deadline.on, isPressing]);
    expect(on('2026-11-09')).toEqual([]);
    expect(on('2026-11-10')).toEqual([['2026-12-10', false]]);
    expect(on('2026-12-03')).toEqual([['2026-12-10', true]]);
    expect(on('2027-01-03')).toEqual([['2026-12-10', true]]);
  });

  it('say what is to be done by when', () => {
    const [near] = nearCaseDeadlines(ledger, day('2026-12-03'));
    if (!near) throw new Error('none');
    expect(concernSentence({ kind: 'case-deadline', clientId: 'c1', ...near })).toBe(
      'Faire signifier l’ordonnance\u00A0: au plus tard le 10/12/2026 (CPC art. 1411).',
    );
  });
});

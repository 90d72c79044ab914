import { describe, expect, it } from 'vitest';
import { type Limitation, type LimitationInput, limitation } from '../../../../shared/law/limitation.ts';

const limitOf = (input: LimitationInput): Limitation => {
  const result = limitation(input);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('limitation', () => {
  it('counts 5 years between businesses from the performance, not the later invoice', () => {
    expect(
      limitOf({ regime: 'b2b', issuedOn: '2021-12-10', performedOn: '2021-11-30', dueOn: '2022-01-09' }),
    ).toEqual({
      lastDay: '2026-11-30',
      optimisticLastDay: '2027-01-09',
      startsOn: '2021-11-30',
      start: 'performance',
      reason:
        'Prescription de 5\u00A0ans comptée depuis la fin de la prestation ou la livraison (C. com. art. L110-4\u00A0; C. civ. art. 2224)',
    });
  });

  it.each([
    ['a consumer: 2 years', { regime: 'b2c', issuedOn: '2024-11-30' }, '2026-11-30'],
    ['an association: 5 years', { regime: 'non-professional', issuedOn: '2021-11-30' }, '2026-11-30'],
    ['transport: 1 year', { regime: 'b2b', isTransport: true, issuedOn: '2025-11-30' }, '2026-11-30'],
    ['a public body: 4 whole years', { regime: 'public', issuedOn: '2022-03-15' }, '2026-12-31'],
    ['a title: 10 years', { regime: 'b2c', issuedOn: '2015-01-01', titleOn: '2016-11-30' }, '2026-11-30'],
    ['29 February', { regime: 'b2b', issuedOn: '2024-02-29' }, '2029-02-28'],
    ['a Sunday is not moved', { regime: 'b2c', issuedOn: '2024-11-29' }, '2026-11-29'],
    [
      'an invoice before the work',
      { regime: 'b2b', issuedOn: '2021-10-01', performedOn: '2022-01-01' },
      '2026-10-01',
    ],
  ] as const)('%s', (_name, input, lastDay) => {
    expect(limitOf(input).lastDay).toBe(lastDay);
  });

  it('starts again with an acknowledgement that came in time', () => {
    expect(
      limitOf({
        regime: 'b2b',
        issuedOn: '2021-11-30',
        interruptions: [{ on: '2026-03-10', cause: 'acknowledgement' }],
      }),
    ).toMatchObject({ lastDay: '2031-03-10', start: 'acknowledgement', startsOn: '2026-03-10' });
  });

  it('is not revived by one that came too late', () => {
    const input = {
      regime: 'b2c',
      issuedOn: '2022-01-01',
      interruptions: [{ on: '2024-01-02', cause: 'partial-payment' }],
    } as const;
    expect(limitOf(input)).toMatchObject({ lastDay: '2024-01-01', start: 'issue' });
  });

  it('chains interruptions', () => {
    expect(
      limitOf({
        regime: 'b2c',
        issuedOn: '2022-01-01',
        interruptions: [
          { on: '2025-06-01', cause: 'court-claim' },
          { on: '2023-12-31', cause: 'partial-payment' },
        ],
      }).lastDay,
    ).toBe('2027-06-01');
  });

  it('says when no period is known', () => {
    expect(limitation({ regime: 'b2b', issuedOn: '2001-01-01' })).toMatchObject({
      ok: false,
      error: { kind: 'missing-parameter', name: 'limitation-b2b' },
    });
  });
});

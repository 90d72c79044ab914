import { describe, expect, it } from 'vitest';
import { type IndemnityInput, recoveryIndemnity } from '../../../../shared/law/indemnity.ts';

const late: IndemnityInput = {
  regime: 'b2b',
  documentKind: 'invoice',
  lateCents: 189_000,
  dueOn: '2026-08-31',
  asOf: '2026-11-22',
};

describe('recoveryIndemnity', () => {
  it.each([
    ['a late invoice between businesses', {}, 4000, 'due'],
    ['a late public buyer', { regime: 'public' }, 4000, 'due'],
    ['one day late', { asOf: '2026-09-01' }, 4000, 'due'],
    ['paid on the due date', { asOf: '2026-08-31' }, 0, 'not-late'],
    ['a consumer', { regime: 'b2c' }, 0, 'regime'],
    ['an association', { regime: 'non-professional' }, 0, 'regime'],
    ['a credit note', { documentKind: 'credit-note' }, 0, 'credit-note'],
    ['a residue of one cent', { lateCents: 1 }, 0, 'below-minimum'],
    ['99 cents', { lateCents: 99 }, 0, 'below-minimum'],
    ['a minimum of the user, just missed', { lateCents: 499, minimumCents: 500 }, 0, 'below-minimum'],
    ['a minimum of the user, just reached', { lateCents: 500, minimumCents: 500 }, 4000, 'due'],
    ['a negative invoice', { lateCents: -12_000, minimumCents: 0 }, 0, 'below-minimum'],
    ['exactly one euro', { lateCents: 100 }, 4000, 'due'],
    ['one cent when the user claims from one cent', { lateCents: 1, minimumCents: 1 }, 4000, 'due'],
    ['nothing late, whatever the minimum', { lateCents: 0, minimumCents: 0 }, 0, 'below-minimum'],
    ['a due date after the judgment', { insolvencyOpenedOn: '2026-08-31' }, 0, 'insolvency'],
    ['a due date well after it', { insolvencyOpenedOn: '2026-01-01' }, 0, 'insolvency'],
    ['a due date before the judgment', { insolvencyOpenedOn: '2026-09-01' }, 4000, 'due'],
  ] as const)('%s', (_name, changes, cents, reason) => {
    expect(recoveryIndemnity({ ...late, ...changes })).toEqual({ ok: true, value: { cents, reason } });
  });

  it('has applied since 1 January 2013', () => {
    expect(recoveryIndemnity({ ...late, dueOn: '2013-01-01' })).toEqual({
      ok: true,
      value: { cents: 4000, reason: 'due' },
    });
  });

  it('takes a text that is no day for the bug it is', () => {
    expect(() => recoveryIndemnity({ ...late, dueOn: '31/08/2026' })).toThrow(RangeError);
    expect(() => recoveryIndemnity({ ...late, asOf: '2026-02-30' })).toThrow(RangeError);
  });

  it('does not know an amount before 2013', () => {
    expect(recoveryIndemnity({ ...late, dueOn: '2012-12-31' })).toMatchObject({
      ok: false,
      error: { kind: 'missing-parameter', name: 'recovery-indemnity' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { upgradeRow } from '../../../../shared/ledger/upgrade-row.ts';

const today = { id: 'c1', name: 'Dupont', terms: { kind: 'decade', days: 30 } };

describe('upgradeRow', () => {
  it.each([
    [
      { id: 'c1', termDays: 45 },
      { id: 'c1', terms: { kind: 'net', days: 45 } },
    ],
    [
      { id: 'c1', termDays: 0 },
      { id: 'c1', terms: { kind: 'net', days: 0 } },
    ],
    [{ id: 'c1', termDays: undefined }, { id: 'c1' }],
    [
      { id: 'c1', termDays: 45, terms: today.terms },
      { id: 'c1', terms: today.terms },
    ],
  ])('%j becomes %j', (written, read) => {
    expect(upgradeRow('clients', written)).toStrictEqual(read);
  });

  it('gives rows of today, of other tables and deleted ones back as they are', () => {
    expect(upgradeRow('clients', today)).toBe(today);
    const invoice = { id: 'i1', termDays: 45 };
    expect(upgradeRow('invoices', invoice)).toBe(invoice);
    expect(upgradeRow('clients', null)).toBeNull();
  });
});

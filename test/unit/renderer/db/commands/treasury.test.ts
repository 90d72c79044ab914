import { describe, expect, it } from 'vitest';
import { confirmNothingReceived } from '../../../../../renderer/db/commands/bank-check.ts';
import { removeOutflow, saveBankBalance, saveOutflow } from '../../../../../renderer/db/commands/settings.ts';
import { addThreshold, removeThreshold } from '../../../../../renderer/db/commands/treasury.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../../shared/demo/demo-rows.ts';
import type { CommandContext } from '../../../../../shared/ledger/decision.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { outflow } from '../../../shared/insight/few-rows.ts';
import { noonOf } from '../../../shared/reminders/sample-ledger.ts';

const today = day('2026-11-23');
const context: CommandContext = { now: noonOf(today), today, newId: () => 'new' };
const empty = ledgerOfRows({});
const withThresholds = ledgerOfRows({
  settings: [{ id: 'treasury', thresholdsCents: [cents(500_000), cents(0)] }],
});

describe('alert thresholds', () => {
  it('are kept highest first, an overdraft below zero too', () => {
    const added = addThreshold(withThresholds, { thresholdCents: cents(-200_000) }, context);
    expect(added).toMatchObject({
      ok: true,
      value: {
        undo: 'allowed',
        label: 'Seuil d’alerte à \u22122\u202F000,00\u00A0€ ajouté',
        writes: [{ table: 'settings', after: { thresholdsCents: [500_000, 0, -200_000] } }],
      },
    });
    expect(addThreshold(empty, { thresholdCents: cents(1) }, context)).toMatchObject({ ok: true });
  });

  it('are added once and removed once', () => {
    expect(addThreshold(withThresholds, { thresholdCents: cents(0) }, context)).toMatchObject({
      ok: false,
      error: { kind: 'known' },
    });
    expect(removeThreshold(withThresholds, { thresholdCents: cents(0) }, context)).toMatchObject({
      ok: true,
      value: { writes: [{ after: { thresholdsCents: [500_000] } }] },
    });
    expect(removeThreshold(empty, { thresholdCents: cents(0) }, context)).toMatchObject({
      ok: false,
      error: { kind: 'no-threshold' },
    });
  });
});

describe('the bank balance', () => {
  it('is one row a day, and never of the future', () => {
    expect(saveBankBalance(empty, { on: today, cents: cents(-5) }, context)).toMatchObject({
      ok: true,
      value: { writes: [{ table: 'bankBalances', key: today, after: { cents: -5 } }] },
    });
    expect(saveBankBalance(empty, { on: day('2026-11-24'), cents: cents(5) }, context)).toMatchObject({
      ok: false,
      error: { kind: 'future' },
    });
  });
});

describe('planned outflows', () => {
  const rent = outflow('rent', today, 165_000, 'monthly');

  it('need a name and a positive amount', () => {
    expect(saveOutflow(empty, rent, context)).toMatchObject({ ok: true });
    expect(saveOutflow(empty, { ...rent, label: ' ' }, context)).toMatchObject({
      error: { kind: 'no-label' },
    });
    expect(saveOutflow(empty, { ...rent, cents: cents(0) }, context)).toMatchObject({
      error: { kind: 'not-positive' },
    });
  });

  it('are removed once', () => {
    expect(removeOutflow(ledgerOfRows({ outflows: [rent] }), { id: 'rent' }, context)).toMatchObject({
      ok: true,
      value: { writes: [{ table: 'outflows', key: 'rent', after: null }] },
    });
    expect(removeOutflow(empty, { id: 'rent' }, context)).toMatchObject({ error: { kind: 'no-outflow' } });
  });
});

describe('« Rien de nouveau »', () => {
  it('notes the moment, and can be undone', () => {
    expect(confirmNothingReceived(empty, undefined, context)).toMatchObject({
      ok: true,
      value: {
        undo: 'allowed',
        writes: [{ table: 'settings', key: 'bank-check', after: { checkedAt: noonOf(today) } }],
      },
    });
  });
});

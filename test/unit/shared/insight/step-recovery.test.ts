import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { formulaInNumbers } from '../../../../shared/insight/formula.ts';
import { stepRecovery } from '../../../../shared/insight/step-recovery.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { at, client, invoice, paid } from './few-rows.ts';
import { stepDone } from './reminder-rows.ts';

const one = invoice('F-1', 'a', '2026-09-01', 100_000);
const two = invoice('F-2', 'a', '2026-09-01', 300_000);
const today = day('2026-11-23');

const recoveryOf = (
  reminders: readonly Reminder[],
  receipts: readonly ReturnType<typeof paid>[],
  windowDays: 7 | 15 | 30 = 15,
  on = today,
) =>
  stepRecovery(
    ledgerOfRows({
      clients: [client('a')],
      invoices: [one, two],
      reminders,
      payments: receipts.map(({ payment }) => payment),
      allocations: receipts.map(({ allocation }) => allocation),
    }),
    on,
    windowDays,
  ).map(({ name, count, remindedCents, recoveredCents }) => [name, count, remindedCents, recoveredCents]);

const friendly = stepDone(0, '2026-09-08', [one, two]);
const firm = stepDone(1, '2026-09-16', [two]);

describe('what the steps bring in', () => {
  it('is put down to the last step before the payment', () => {
    expect(recoveryOf([firm, friendly], [paid(one, '2026-09-10'), paid(two, '2026-09-20')])).toEqual([
      ['Relance amicale, J+7', 2, 400_000, 100_000],
      ['Relance ferme, J+15', 1, 300_000, 300_000],
    ]);
  });

  it('is not put down to a step of the same day, nor to one whose window was over', () => {
    expect(recoveryOf([friendly], [paid(one, '2026-09-08'), paid(two, '2026-09-24')])).toEqual([
      ['Relance amicale, J+7', 2, 400_000, 0],
    ]);
    expect(recoveryOf([friendly], [paid(two, '2026-09-23')])[0]?.[3]).toBe(300_000);
    expect(recoveryOf([friendly], [paid(two, '2026-09-23')], 7)[0]?.[3]).toBe(0);
    expect(recoveryOf([friendly], [paid(two, '2026-09-24')], 30)[0]?.[3]).toBe(300_000);
  });

  it('leaves out steps whose window still runs, and those of more than a year ago', () => {
    expect(recoveryOf([friendly], [], 15, day('2026-09-22'))).toEqual([]);
    expect(recoveryOf([friendly], [], 15, day('2026-09-23'))).toHaveLength(1);
    expect(recoveryOf([friendly], [], 15, day('2027-09-08'))).toEqual([]);
  });

  it('leaves out what never left, and never recovers more than was claimed', () => {
    const refused: Reminder = {
      ...firm,
      state: { kind: 'rejected', rejectedAt: at('2026-09-16'), explanation: '', permanent: true },
    };
    expect(recoveryOf([refused], [])).toEqual([]);
    const part = {
      ...friendly,
      lines: friendly.lines.map((line) => ({
        ...line,
        remainingCents: 50_000 as typeof line.remainingCents,
      })),
    };
    expect(recoveryOf([part], [paid(one, '2026-09-10')])[0]).toEqual([
      'Relance amicale, J+7',
      2,
      100_000,
      50_000,
    ]);
  });

  it('names letters, steps that are gone, and the scenario where there are several', () => {
    const gone: Reminder = {
      ...friendly,
      id: 'x',
      stepId: 'gone',
      lines: friendly.lines.map((line) => ({ ...line, stepId: 'gone' })),
    };
    const posted: Reminder = {
      ...stepDone(2, '2026-10-01', [two]),
      state: {
        kind: 'posted',
        depositedOn: day('2026-10-02'),
        trackingNumber: '',
        recordedAt: at('2026-10-03'),
      },
    };
    expect(recoveryOf([gone, posted], []).map(([name]) => name)).toEqual([
      'Mise en demeure, J+30, recommandé',
      'Relance amicale (étape retirée)',
    ]);
    const ledger = ledgerOfRows({
      clients: [client('a')],
      invoices: [one, two],
      reminders: [friendly, { ...firm, scenarioId: 'soft' }],
      scenarios: [{ ...defaultScenario, id: 'soft', name: 'Doux' }],
    });
    const [soft, standard] = stepRecovery(ledger, today, 15);
    expect([soft?.name, standard?.name]).toEqual([
      'Relance ferme, J+15 · Doux',
      'Relance amicale, J+7 · Scénario standard',
    ]);
  });

  it('shows its formula', () => {
    const [step] = stepRecovery(
      ledgerOfRows({
        clients: [client('a')],
        invoices: [one, two],
        reminders: [friendly],
        payments: [paid(one, '2026-09-10').payment],
        allocations: [paid(one, '2026-09-10').allocation],
      }),
      today,
      15,
    );
    expect(step?.rate.kind === 'known' && formulaInNumbers(step.rate.formula)).toBe(
      '1\u202F000,00\u00A0€ ÷ 4\u202F000,00\u00A0€ × 100 = 25\u00A0%',
    );
  });
});

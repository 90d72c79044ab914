import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { allTemplates } from '../../../../shared/reminders/template-choice.ts';
import { previewTemplate, stepUsing } from '../../../../shared/reminders/template-preview.ts';

const today = day('2026-11-23');
const ledger = ledgerOfRows(demoLedgerRows(today, seededRandom(7)));

describe('previewTemplate', () => {
  it('writes every template of a step for every client of the day', () => {
    const { proposals } = planReminders(ledger, today);
    expect(proposals.length).toBeGreaterThan(0);
    for (const template of allTemplates(ledger))
      if (stepUsing(ledger, template.id) !== undefined)
        for (const proposal of proposals)
          expect(previewTemplate(ledger, template, proposal, today), template.id).toMatchObject({ ok: true });
  });

  it('names an unknown field', () => {
    const [proposal] = planReminders(ledger, today).proposals;
    const text = { id: 'template-friendly', subject: 'Facture {{ numro }}', body: 'Bonjour' };
    expect(proposal && previewTemplate(ledger, text, proposal, today)).toMatchObject({
      ok: false,
      error: { kind: 'unknown-field', name: 'numro' },
    });
  });
});

it('finds the step of a variant', () => {
  expect(stepUsing(ledger, 'template-formal-notice-b2c')?.id).toBe('step-formal-notice');
  expect(stepUsing(ledger, 'template-call')).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { defaultEnglishTemplates } from '../../../../shared/reminders/default-english-templates.ts';
import { remedyPlace } from '../../../../shared/reminders/field-remedy.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { allTemplates } from '../../../../shared/reminders/template-choice.ts';
import {
  asIfDue,
  previewClients,
  previewProposal,
  previewTemplate,
  stepUsing,
} from '../../../../shared/reminders/template-preview.ts';

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

describe('previewClients', () => {
  const { proposals } = planReminders(ledger, today);

  it('offers everybody who owes something, those due today first', () => {
    const offered = previewClients(ledger, 'template-friendly', proposals);
    const due = offered.filter(({ isDue }) => isDue);
    expect(due).toHaveLength(proposals.length);
    expect(offered.length).toBeGreaterThan(due.length);
    const fitting = offered.filter(({ fits }) => fits);
    expect(offered.slice(0, fitting.length)).toEqual(fitting);
    expect(fitting.findLastIndex(({ isDue }) => isDue)).toBeLessThan(
      fitting.findIndex(({ isDue }) => !isDue) === -1
        ? fitting.length
        : fitting.findIndex(({ isDue }) => !isDue),
    );
  });

  it('puts first the clients whom the very text is for', () => {
    for (const { clientId } of previewClients(ledger, 'template-formal-notice-b2c', proposals).filter(
      ({ fits }) => fits,
    ))
      expect(ledger.clients.get(clientId)?.regime).toBe('b2c');
    for (const { clientId } of previewClients(ledger, 'template-formal-notice', proposals).filter(
      ({ fits }) => fits,
    ))
      expect(ledger.clients.get(clientId)?.regime).not.toMatch(/^(?:b2c|public)$/);
    for (const { clientId } of previewClients(ledger, 'template-last-notice-public', proposals).filter(
      ({ fits }) => fits,
    ))
      expect(ledger.clients.get(clientId)?.regime).toBe('public');
    expect(previewClients(ledger, 'template-firm-en', proposals).some(({ fits }) => fits)).toBe(false);
    const [first] = proposals;
    const client = first && ledger.clients.get(first.clientId);
    if (client === undefined) throw new Error('no client');
    const abroad = {
      ...ledger,
      clients: new Map([...ledger.clients, [client.id, { ...client, language: 'en' as const }]]),
    };
    expect(previewClients(abroad, 'template-firm-en', proposals)[0]).toMatchObject({
      clientId: client.id,
      fits: true,
    });
  });
});

describe('previewProposal', () => {
  const { proposals } = planReminders(ledger, today);

  it('is the proposal of the day, or what is late, or what is open', () => {
    for (const { clientId, isDue } of previewClients(ledger, 'template-firm', proposals)) {
      const proposal = previewProposal(ledger, clientId, 'template-firm', today, proposals);
      if (isDue) expect(proposals).toContain(proposal);
      if (proposal === undefined) continue;
      expect(proposal.lines.length).toBeGreaterThan(0);
      expect(proposal.totalCents).toBe(proposal.lines.reduce((sum, line) => sum + line.remainingCents, 0));
      expect(new Set(proposal.lines.map(({ invoice }) => invoice.currency)).size).toBe(1);
      const template = allTemplates(ledger).find(({ id }) => id === 'template-friendly');
      expect(
        template && previewTemplate(ledger, template, asIfDue(ledger, template.id, proposal), today),
      ).toMatchObject({ ok: true });
    }
  });

  it('is nothing for a client who owes nothing', () => {
    expect(previewProposal(ledger, 'nobody', 'template-firm', today, proposals)).toBeUndefined();
  });
});

it('writes every English text too, in English', () => {
  const [proposal] = planReminders(ledger, today).proposals;
  if (proposal === undefined) throw new Error('nothing is due');
  for (const template of defaultEnglishTemplates) {
    const rendered = previewTemplate(ledger, template, proposal, today);
    expect(rendered, template.id).toMatchObject({ ok: true });
    expect(rendered.ok && rendered.value.body).toMatch(/€[\d,]+\.\d\d|\[factures\]/);
    expect(rendered.ok && rendered.value.body).not.toMatch(/\d\s€|janvier|novembre/);
  }
});

it.each([
  ['paiement', 'company'],
  ['signature', 'company'],
  ['contact', 'client'],
  ['date_limite', 'scenario'],
  ['penalites', 'text'],
  ['nothing', 'text'],
])('an empty %s is mended at %s', (name, place) => {
  expect(remedyPlace(name)).toBe(place);
});

it('finds the step of a variant', () => {
  expect(stepUsing(ledger, 'template-formal-notice-b2c')?.id).toBe('step-formal-notice');
  expect(stepUsing(ledger, 'template-formal-notice-b2c-en')?.id).toBe('step-formal-notice');
  expect(stepUsing(ledger, 'template-firm-en')?.templateId).toBe('template-firm');
  expect(stepUsing(ledger, 'template-call')).toBeUndefined();
});

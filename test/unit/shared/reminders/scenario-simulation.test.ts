import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { lastOf } from '../../../../shared/importing/steps.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import { simulateScenario } from '../../../../shared/reminders/scenario-simulation.ts';
import { simulationText } from '../../../../shared/reminders/simulation-text.ts';
import { aClient, aLedger, anAllocation, anInvoice, aPayment, noonOf } from './sample-ledger.ts';

const today = day('2026-11-23');
const scenarioSimulation = (...asked: Parameters<typeof simulateScenario>) =>
  lastOf(simulateScenario(...asked));
const kinds = (ledger: Parameters<typeof scenarioSimulation>[0], scenario = defaultScenario) =>
  scenarioSimulation(ledger, scenario, today).counts.map(({ month, level, channel, messages }) => [
    month,
    level,
    channel,
    messages,
  ]);

describe('the replay of one invoice', () => {
  const due = anInvoice('f-1', { dueOn: day('2026-04-10'), issuedOn: day('2026-03-10') });

  it('climbs the whole ladder where nothing was paid', () => {
    expect(kinds(aLedger({ invoices: [due] }))).toEqual([
      ['2026-04', 'friendly', 'email', 1],
      ['2026-04', 'firm', 'email', 1],
      ['2026-05', 'formal-notice', 'registered-letter', 1],
      ['2026-06', 'last-notice', 'registered-letter', 1],
    ]);
  });

  it('ends on the day of the payment, and goes on from a reversal', () => {
    const paid = {
      invoices: [due],
      allocations: [anAllocation('p', 'f-1', '2026-04-20', 123_456)],
    };
    const payment = aPayment('p', '2026-04-20', 123_456);
    expect(kinds(aLedger({ ...paid, payments: [payment] }))).toEqual([['2026-04', 'friendly', 'email', 1]]);
    const reversed = { ...payment, reversedAt: noonOf('2026-09-14') };
    expect(kinds(aLedger({ ...paid, payments: [reversed] }))).toEqual([
      ['2026-04', 'friendly', 'email', 1],
      ['2026-09', 'formal-notice', 'registered-letter', 1],
      ['2026-09', 'last-notice', 'registered-letter', 1],
    ]);
  });

  it('rests while it was contested', () => {
    const contested = aLedger({
      invoices: [due],
      disputes: [
        {
          id: 'd',
          clientId: 'c1',
          invoiceId: 'f-1',
          reason: 'quality',
          note: '',
          openedOn: day('2026-04-15'),
          resolvedOn: day('2026-08-03'),
        },
      ],
    });
    expect(kinds(contested)[0]).toEqual(['2026-08', 'firm', 'email', 1]);
  });

  it('counts what leaves by several channels, and the calls that go with it', () => {
    const several: Scenario = {
      ...defaultScenario,
      steps: defaultScenario.steps.slice(0, 1).map((step) => ({ ...step, alsoBy: ['letter', 'call'] })),
    };
    expect(kinds(aLedger({ invoices: [due] }), several)).toEqual([
      ['2026-04', 'friendly', 'email', 1],
      ['2026-04', 'friendly', 'letter', 1],
      ['2026-04', 'friendly', 'call', 1],
    ]);
  });

  it('leaves out those who follow another scenario, unless it is asked for everyone', () => {
    const other: Scenario = { ...defaultScenario, id: 'other', name: 'Autre' };
    const ledger = aLedger({
      clients: [aClient('c1', { scenarioId: 'other' })],
      invoices: [due],
      scenarios: [other],
    });
    expect(scenarioSimulation(ledger, defaultScenario, today).messages).toBe(0);
    expect(scenarioSimulation(ledger, defaultScenario, today, 'everyone').messages).toBe(4);
  });
});

describe('the replay of the demonstration', () => {
  const ledger = ledgerOfRows(demoLedgerRows(today, seededRandom(7)));
  const simulation = scenarioSimulation(ledger, defaultScenario, today);

  it('reaches nobody who had paid', () => {
    expect(simulation.messages).toBeGreaterThan(30);
    expect(simulation.linesAlreadyPaid).toBe(0);
    expect(simulation.months).toHaveLength(13);
    expect(simulation.counts.reduce((sum, { messages }) => sum + messages, 0)).toBe(simulation.messages);
    expect(simulation.counts.every(({ month }) => simulation.months.includes(month))).toBe(true);
  });

  it('goes client by client, so that it can be stopped', () => {
    const steps = simulateScenario(ledger, defaultScenario, today);
    const first = steps.next();
    expect(first).toMatchObject({ done: false, value: { done: 1 } });
    expect(steps.return(simulation)).toMatchObject({ done: true });
  });
});

it('says what would have left in one sentence', () => {
  const one = scenarioSimulation(
    aLedger({ invoices: [anInvoice('f-1', { dueOn: day('2026-04-10'), issuedOn: day('2026-03-10') })] }),
    defaultScenario,
    today,
  );
  expect(simulationText(one)).toBe(
    'Du 24/11/2025 au 23/11/2026, ce scénario aurait envoyé 4\u00A0messages à 1\u00A0client\u00A0: 2\u00A0e-mails et 2\u00A0lettres recommandées. Aucun n’aurait atteint un client qui avait payé.',
  );
  expect(simulationText(scenarioSimulation(aLedger(), defaultScenario, today))).toBe(
    'Du 24/11/2025 au 23/11/2026, ce scénario n’aurait rien envoyé.',
  );
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { limitationAlarms } from '../../../../shared/insight/limitation-alarms.ts';
import { limitationSentence } from '../../../../shared/insight/limitation-sentence.ts';
import { client, invoice, paid } from './few-rows.ts';

const today = day('2026-11-23');
const issued = (id: string, clientId: string, issuedOn: string) =>
  invoice(id, clientId, issuedOn, 100_000, { issuedOn: day(issuedOn) });

const clients = [client('business'), client('person', { regime: 'b2c' })];

describe('limitation alarms', () => {
  it('ring six months before the last day: two years for a consumer, five for a business', () => {
    const invoices = [
      issued('far', 'person', '2025-05-24'),
      issued('near', 'person', '2025-05-23'),
      issued('business', 'business', '2022-01-10'),
      issued('business-later', 'business', '2022-06-10'),
    ];
    const alarms = limitationAlarms(ledgerOfRows({ clients, invoices }), today);
    expect(alarms.map((alarm) => [alarm.invoice.id, alarm.lastDay, alarm.isOver])).toEqual([
      ['business', '2027-01-10', false],
      ['near', '2027-05-23', false],
    ]);
    expect(alarms[1]?.reason).toContain('2\u00A0ans');
  });

  it('say when it is over, and start again from a partial payment', () => {
    const barred = issued('barred', 'person', '2024-10-01');
    const revived = issued('revived', 'person', '2024-10-01');
    const part = paid(revived, '2026-09-01', 10_000);
    const ledger = ledgerOfRows({
      clients,
      invoices: [barred, revived],
      payments: [part.payment],
      allocations: [part.allocation],
    });
    expect(limitationAlarms(ledger, today).map((alarm) => [alarm.invoice.id, alarm.isOver])).toEqual([
      ['barred', true],
    ]);
  });

  it('leave out what is paid', () => {
    const old = issued('old', 'person', '2024-10-01');
    const whole = paid(old, '2026-09-01');
    const ledger = ledgerOfRows({
      clients,
      invoices: [old],
      payments: [whole.payment],
      allocations: [whole.allocation],
    });
    expect(limitationAlarms(ledger, today)).toEqual([]);
  });

  it('follow the work where it came before the invoice, and carriage', () => {
    const invoices = [
      { ...issued('late-invoice', 'person', '2026-01-10'), performedOn: day('2025-01-10') },
      { ...issued('carriage', 'business', '2026-01-10'), isCarriage: true },
      issued('plain', 'person', '2026-01-10'),
    ];
    const alarms = limitationAlarms(ledgerOfRows({ clients, invoices }), today);
    expect(
      alarms.map(({ invoice: { id }, lastDay, urgency, daysLeft }) => [id, lastDay, urgency, daysLeft]),
    ).toEqual([
      ['late-invoice', '2027-01-10', 'three-months', 48],
      ['carriage', '2027-01-10', 'three-months', 48],
    ]);
  });

  it('stay when money came of which nobody knows the day', () => {
    const near = issued('near', 'person', '2025-05-23');
    const part = paid(near, '2026-09-01', 10_000);
    const ledger = ledgerOfRows({
      clients,
      invoices: [near],
      payments: [{ ...part.payment, method: 'as-imported' }],
      allocations: [part.allocation],
    });
    expect(limitationAlarms(ledger, today).map(({ invoice: { id }, cents }) => [id, cents])).toEqual([
      ['near', 90_000],
    ]);
  });

  it('say in words how long there is left', () => {
    const sentenceOn = (on: string, dueOn?: string): string => {
      const old = { ...issued('F-1', 'person', '2024-12-05'), dueOn: day(dueOn ?? '2024-12-05') };
      const [alarm] = limitationAlarms(ledgerOfRows({ clients, invoices: [old] }), day(on));
      return alarm ? limitationSentence(alarm) : '';
    };
    const amount = '(1\u202F000,00\u00A0€)';
    const reason =
      'Prescription de 2\u00A0ans comptée depuis l’émission de la facture (C. consom. art. L218-2).';
    expect(sentenceOn('2026-09-01')).toBe(`La facture F-1 ${amount} se prescrit le 05/12/2026. ${reason}`);
    expect(sentenceOn('2026-11-23')).toContain('se prescrit le 05/12/2026, dans 12\u00A0jours.');
    expect(sentenceOn('2026-12-04')).toContain('se prescrit le 05/12/2026, demain.');
    expect(sentenceOn('2026-12-05')).toBe(
      `C’est aujourd’hui le dernier jour pour agir sur la facture F-1 ${amount}. ${reason}`,
    );
    expect(sentenceOn('2026-12-06')).toBe(
      `La facture F-1 ${amount} est prescrite\u00A0: le dernier jour pour agir était le 05/12/2026. ${reason}`,
    );
    expect(sentenceOn('2026-12-06', '2025-01-04')).toContain(
      'Comptée depuis l’échéance, il resterait jusqu’au 04/01/2027.',
    );
    expect(sentenceOn('2027-01-05', '2025-01-04')).not.toContain('il resterait');
  });
});

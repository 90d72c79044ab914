import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { limitationAlarms } from '../../../../shared/insight/limitation-alarms.ts';
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
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { type DemoRows, ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { projectTreasury } from '../../../../shared/insight/treasury.ts';
import { treasuryAlert, treasuryAlerts } from '../../../../shared/insight/treasury-alert.ts';
import { at, balance, invoice, outflow } from './few-rows.ts';

const today = day('2026-12-21');

const project = (rows: Partial<DemoRows>) => {
  const projection = projectTreasury(ledgerOfRows(rows), today);
  if (!projection) throw new Error('no projection');
  return projection;
};

/** Overdue, and promised for a day after the horizon's low. */
const overdue = (number: string, amount: number, promisedOn = '2027-03-01') => ({
  row: invoice(number, 'a', '2026-11-30', amount),
  promise: {
    id: `promise-${number}`,
    clientId: 'a',
    invoiceIds: [number],
    promisedOn: day(promisedOn),
    recordedAt: at('2026-12-10'),
  },
});

const withOverdue = (items: readonly ReturnType<typeof overdue>[], rows: Partial<DemoRows>) =>
  project({ ...rows, invoices: items.map(({ row }) => row), promises: items.map(({ promise }) => promise) });

/** 8 000,00 € today, 4 000,00 € from 14 January, 20 000,00 € again from 1 February. */
const dip: Partial<DemoRows> = {
  bankBalances: [balance('2026-12-21', 800_000)],
  outflows: [outflow('machine', day('2027-01-14'), 400_000), outflow('grant', day('2027-02-01'), -1_600_000)],
};

const text = (value: string | undefined): string => (value ?? '').replace(/[\u00A0\u202F]/g, ' ');

describe('treasury alert', () => {
  it('names the day and the fewest overdue invoices that would prevent it', () => {
    const projection = withOverdue(
      [overdue('F-98', 42_000), overdue('F-102', 60_000), overdue('F-7', 1_000)],
      dip,
    );
    const alert = treasuryAlert(projection, [500_000]);
    expect(alert).toMatchObject({ on: '2027-01-14', isActual: false, balanceCents: 400_000 });
    expect(alert?.remedy).toMatchObject({ kind: 'prevents', cents: 102_000 });
    expect(text(alert?.sentence)).toBe(
      'Le 14 janvier, le solde passerait sous 5 000,00 € ; les factures F-102 et F-98 (1 020,00 €) suffiraient à l’éviter.',
    );
    expect(alert?.sentence).toContain('5\u202F000,00\u00A0€\u202F;');
  });

  it('prefers one invoice to two, and the smallest that does', () => {
    const projection = withOverdue(
      [overdue('F-1', 60_000), overdue('F-2', 55_000), overdue('F-3', 500_000), overdue('F-4', 110_000)],
      dip,
    );
    const alert = treasuryAlert(projection, [500_000]);
    expect(text(alert?.sentence)).toContain('la facture F-4 (1 100,00 €) suffirait à l’éviter');
  });

  it('draws only on money that is not counted on before that day', () => {
    // Expected the next working day: the projection already relies on it.
    const counted = invoice('F-1', 'a', '2026-11-30', 10_000);
    const projection = project({ ...dip, invoices: [counted] });
    const alert = treasuryAlert(projection, [500_000]);
    expect(alert?.remedy).toEqual({ kind: 'insufficient', availableCents: 0 });
    expect(text(alert?.sentence)).toBe(
      'Le 14 janvier, le solde passerait sous 5 000,00 € ; il manquerait 900,00 €, et aucune facture en retard n’y changerait rien.',
    );
  });

  it('says how far the money would carry when the balance falls again', () => {
    const projection = withOverdue([overdue('F-1', 150_000, '2027-01-20')], {
      ...dip,
      outflows: [outflow('machine', day('2027-01-14'), 400_000)],
    });
    // From 20 January on the promised money is in the projection: 4 000,00 + 1 500,00.
    expect(treasuryAlert(projection, [500_000])?.remedy).toMatchObject({ kind: 'prevents', cents: 150_000 });
    const again = withOverdue([overdue('F-1', 150_000, '2027-01-20')], {
      ...dip,
      outflows: [outflow('machine', day('2027-01-14'), 400_000), outflow('tax', day('2027-02-02'), 200_000)],
    });
    const alert = treasuryAlert(again, [500_000]);
    expect(alert?.remedy).toMatchObject({ kind: 'postpones', until: '2027-02-02', cents: 150_000 });
    expect(text(alert?.sentence)).toContain('repousserait ce passage au 2 février');
  });

  it('tells an insufficient sum, a balance already below, and is silent at the threshold itself', () => {
    const projection = withOverdue([overdue('F-1', 20_000)], dip);
    expect(text(treasuryAlert(projection, [500_000])?.sentence)).toContain(
      'les factures en retard attendues plus tard (200,00 €) n’y suffiraient pas',
    );
    const low = withOverdue([overdue('F-1', 700_000)], { bankBalances: [balance('2026-12-21', 100_000)] });
    const alert = treasuryAlert(low, [500_000]);
    expect(alert?.isActual).toBe(true);
    expect(text(alert?.sentence)).toBe(
      'Le solde (1 000,00 €) est déjà sous 5 000,00 € ; la facture F-1 (7 000,00 €) suffirait à y remédier.',
    );
    expect(treasuryAlert(project(dip), [400_000])).toBeUndefined();
  });

  it('gives one alert per threshold crossed, the earliest first', () => {
    const alerts = treasuryAlerts(project(dip), [500_000, 900_000, 300_000, 500_000]);
    expect(alerts.map((alert) => [alert.thresholdCents, alert.on])).toEqual([
      [900_000, '2026-12-21'],
      [500_000, '2027-01-14'],
    ]);
  });

  it('names at most four invoices', () => {
    const projection = withOverdue(
      Array.from({ length: 7 }, (_, index) => overdue(`F-${index + 1}`, 15_000 + index)),
      dip,
    );
    expect(text(treasuryAlert(projection, [500_000])?.sentence)).toMatch(
      /les factures F-\d, F-\d, F-\d, F-\d et 3 autres \(1 050,21 €\) suffiraient/,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { statementLine } from '../../../../shared/claims/statement-line.ts';
import { statementSource, statementText } from '../../../../shared/claims/statement-table.ts';
import { csvOfTable } from '../../../../shared/exporting/csv.ts';
import { exportTable } from '../../../../shared/exporting/export-table.ts';
import {
  contested,
  invoiceStatement,
  partlyPaid,
  sampleStatement,
  statementOver,
} from './sample-statement.ts';

const cells = (line: string): readonly string[] => line.split('\t');
const csvCents = (text: string): number => Number(text.replace(',', '').replace('"', ''));

describe('the line of a row', () => {
  test('says what a payment settled', () => {
    const payment = partlyPaid.find(({ kind }) => kind === 'payment');
    if (payment?.kind !== 'payment') throw new Error('no payment in the sample');
    expect(statementLine(payment, 'b2b')).toMatchObject({
      label: 'Règlement VIR-77',
      detail: '207,23\u00A0€ aux intérêts, 3\u202F792,77\u00A0€ au principal',
      from: '2026-08-30',
    });
    expect(statementLine({ ...payment, isAllocated: false, reference: ' ' }, 'b2b')).toMatchObject({
      label: 'Règlement',
      detail: expect.stringMatching(/^pas encore affecté\u00A0: 207,23/u),
    });
  });

  test('calls interest as the law of the debtor does', () => {
    const interest = partlyPaid.find(({ kind }) => kind === 'interest');
    if (!interest) throw new Error('no interest in the sample');
    expect(
      (['b2b', 'public', 'b2c', 'non-professional'] as const).map(
        (regime) => statementLine(interest, regime).label,
      ),
    ).toEqual([
      'Pénalités de retard',
      'Intérêts moratoires',
      'Intérêts au taux légal',
      'Intérêts au taux légal',
    ]);
  });
});

describe('the copied table', () => {
  test('has the title, one line a row with as many cells as the head, and the total', () => {
    const lines = statementText(sampleStatement()).split('\r\n');
    expect(lines[0]).toBe('Décompte arrêté au 23/11/2026 – Dupont SARL (montants en euros)');
    const head = cells(lines[2] ?? '');
    expect(head).toEqual([
      'Facture',
      'Ligne',
      'Du',
      'Au',
      'Jours',
      'Base',
      'Taux annuel',
      'Montant',
      'Fondement',
    ]);
    const rows = lines.slice(3);
    expect(rows).toHaveLength(partlyPaid.length + contested.length + 2);
    for (const row of rows) expect(cells(row)).toHaveLength(head.length);
    expect(cells(rows[1] ?? '')).toEqual([
      'F-102',
      'Pénalités de retard',
      '01/07/2026',
      '30/08/2026',
      '61',
      '10000,00',
      '12,40\u00A0%',
      '207,23',
      'C. com. art. L441-10 II',
    ]);
    const sum = rows.slice(0, -1).reduce((total, row) => total + csvCents(cells(row)[7] ?? ''), 0);
    expect(cells(rows.at(-1) ?? '')[1]).toBe('Total');
    expect(csvCents(cells(rows.at(-1) ?? '')[7] ?? '')).toBe(sum);
    expect(sum).toBe(sampleStatement().totals.totalCents);
  });

  test('runs no formula that a name holds', () => {
    const statement = statementOver([invoiceStatement('=1+1', partlyPaid)]);
    expect(statementText(statement)).toContain("'=1+1\t");
  });
});

describe('the CSV', () => {
  test('adds up to the total and names every rule', () => {
    const lines = csvOfTable(exportTable(statementSource(sampleStatement())))
      .trimEnd()
      .split('\r\n')
      .slice(1);
    expect(lines).toHaveLength(partlyPaid.length + contested.length + 1);
    const sum = lines.reduce((total, line) => total + csvCents(line.split(';')[7] ?? ''), 0);
    expect(sum).toBe(sampleStatement().totals.totalCents);
    expect(lines[2]).toContain('Un paiement partiel s’impute d’abord sur les intérêts');
    expect(lines.at(-1)).toContain(';-25,00;');
  });
});

import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { collectorKinds } from '../../../../shared/ledger/collector-names.ts';
import type { Handover } from '../../../../shared/ledger/handover.ts';
import { handoverChecklist } from '../../../../shared/ledger/handover-checklist.ts';
import { knownCollectors } from '../../../../shared/ledger/known-collectors.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const handover = (changes: Partial<Handover> = {}): Handover => ({
  id: 'h',
  clientId: 'c1',
  invoiceIds: ['f1'],
  collector: { kind: 'agency', name: 'Recouvra' },
  handedOverOn: day('2026-11-12'),
  claimCents: cents(100),
  fee: { kind: 'none' },
  note: '',
  documents: [],
  ...changes,
});

it('asks every partner for something, an agency for its mandate and an insurer for the policy', () => {
  const ledger = aLedger({ invoices: [anInvoice('f1')] });
  for (const kind of collectorKinds)
    expect(handoverChecklist(ledger, handover({ collector: { kind, name: 'X' } })).length).toBeGreaterThan(3);
  const labels = (kind: (typeof collectorKinds)[number]) =>
    handoverChecklist(ledger, handover({ collector: { kind, name: 'X' } })).map(({ label }) => label);
  expect(labels('agency')[0]).toBe('Mandat écrit, accepté par le partenaire');
  expect(labels('credit-insurer')[0]).toBe('Délai de déclaration d’impayé de la police');
  expect(labels('lawyer')).not.toContain('Mandat écrit, accepté par le partenaire');
});

it('sees what is there: address, copy, signed mandate', () => {
  const signed = { hash: 'a'.repeat(64), name: 'Mandat.pdf', mediaType: 'application/pdf' };
  const ledger = aLedger({ invoices: [anInvoice('f1', { documentHash: 'b'.repeat(64) })] });
  const states = new Map(
    handoverChecklist(ledger, handover({ documents: [signed] })).map(({ label, state }) => [label, state]),
  );
  expect(states.get('Mandat écrit, accepté par le partenaire')).toBe('there');
  expect(states.get('Copie de la facture')).toBe('there');
  expect(states.get('Adresse du débiteur à jour')).toBe('there');
  expect(states.get('Mise en demeure avec sa preuve de dépôt')).toBe('missing');
});

it('remembers partners by name, as they were last written', () => {
  const rows = [
    handover({ id: 'h2', handedOverOn: day('2026-11-20'), collector: { kind: 'lawyer', name: 'RECOUVRA' } }),
    handover(),
    handover({ id: 'h3', collector: { kind: 'bailiff', name: 'Étude Bas' } }),
  ];
  const ledger = { ...aLedger(), handovers: new Map(rows.map((row) => [row.id, row])) };
  expect(knownCollectors(ledger).map(({ name }) => name)).toEqual(['Étude Bas', 'RECOUVRA']);
});

import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { letterModel } from '../../../../shared/ipc/letter-contract.ts';
import type { Dispute } from '../../../../shared/ledger/agreement.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { Piece } from '../../../../shared/ledger/piece.ts';
import { mediationSummary } from '../../../../shared/letters/mediation-summary.ts';
import { modelRefusals } from '../../../../shared/letters/model-refusals.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aClient, aCompany, aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const completeSender = {
  name: 'Atelier Dupré SARL',
  lines: ['1 rue du Port', '69002 Lyon'],
  legalLine: 'SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon · TVA FR44732829320',
  phone: '04 78 00 00 00',
  email: 'contact@atelier-dupre.example.fr',
  signatoryName: 'Sandrine Dupré',
  signatoryCapacity: 'Gérante',
  place: 'Lyon',
};

const today = day('2026-11-23');
const dispute: Dispute = {
  id: 'd',
  clientId: 'c1',
  invoiceId: 'f1',
  disputedCents: cents(23_456),
  reason: 'price',
  note: 'Hors devis',
  openedOn: day('2026-11-12'),
};

it('tells the parties, both amounts and the facts in order', () => {
  const made = mediationSummary(
    aLedger({ invoices: [anInvoice('f1'), anInvoice('f2')], disputes: [dispute] }),
    'c1',
    ['f1'],
    today,
  );
  if (!made.ok) throw new Error(made.error.message);
  expect(letterModel.safeParse(made.value).success).toBe(true);
  expect(modelRefusals({ ...made.value, sender: completeSender }).map(({ message }) => message)).toEqual([]);
  const { paragraphsBefore, paragraphsAfter, blocks, recipient } = made.value;
  expect(recipient.lines).toEqual(['Médiateur des entreprises']);
  expect(paragraphsBefore[1]).toBe(
    'Il reste dû 1\u202F234,56\u00A0€, dont 234,56\u00A0€ contestés et 1\u202F000,00\u00A0€ qui ne le sont pas.',
  );
  expect(blocks?.map((block) => ('cents' in block ? block.cents : block.kind))).toEqual([
    'invoices',
    100_000,
    23_456,
  ]);
  const facts = paragraphsAfter.join('\n');
  expect(facts.indexOf('Facture F1')).toBeLessThan(facts.indexOf('Litige ouvert'));
  expect(facts).not.toContain('F2');
  expect(facts).toContain('2238');
});

it('keeps the SIREN of a party in one piece', () => {
  const ledger = aLedger({ invoices: [anInvoice('f1')], disputes: [dispute] });
  const clients = new Map([...ledger.clients].map(([id, client]) => [id, { ...client, siren: '732829320' }]));
  const made = mediationSummary({ ...ledger, clients }, 'c1', ['f1'], today);
  expect(made.ok && made.value.paragraphsBefore.join('\n')).toContain('SIREN\u00A0732\u00A0829\u00A0320');
});

it('goes to the company’s own mediator for a consumer, and says where to name him', () => {
  const clients = [aClient('c1', { regime: 'b2c' })];
  const invoices = [anInvoice('f1')];
  expect(mediationSummary(aLedger({ clients, invoices }), 'c1', ['f1'], today)).toMatchObject({
    ok: false,
    error: { kind: 'no-mediator' },
  });
  if (aCompany.id !== 'company') throw new Error('no company');
  const named = { ...aCompany, consumerMediator: 'CM2C\n49 rue de Ponthieu\n75008 Paris' };
  expect(
    mediationSummary(aLedger({ clients, invoices, settings: [named] }), 'c1', ['f1'], today),
  ).toMatchObject({
    ok: true,
    value: { recipient: { lines: ['CM2C', '49 rue de Ponthieu', '75008 Paris'] } },
  });
});

it('has nothing to tell of settled invoices', () => {
  expect(mediationSummary(aLedger(), 'c1', ['f1'], today)).toMatchObject({
    ok: false,
    error: { kind: 'no-invoice' },
  });
});

it('tells what the account holds in the client’s favour, set against no invoice', () => {
  const creditNote = anInvoice('av1', {
    kind: 'credit-note',
    totalCents: cents(12_000),
    issuedOn: day('2026-11-03'),
    dueOn: undefined,
  });
  const before = (invoices: readonly Invoice[]) => {
    const made = mediationSummary(aLedger({ invoices, disputes: [dispute] }), 'c1', ['f1'], today);
    return made.ok ? made.value.paragraphsBefore.join('\n') : made.error.message;
  };
  expect(before([anInvoice('f1'), creditNote])).toContain(
    'en faveur du débiteur\u00A0: avoir AV1 du 03/11/2026 (120,00\u00A0€).',
  );
  expect(before([anInvoice('f1'), { ...creditNote, clientId: 'c2' }])).not.toContain('en faveur');
});

it('tells open disputes and the pieces of these invoices, not what is over or concerns others', () => {
  const piece = (id: string, over: Partial<Piece>): Piece => ({
    id,
    clientId: 'c1',
    kind: 'dispute-evidence',
    title: `Pièce ${id}`,
    addedOn: today,
    document: { hash: 'a'.repeat(64), name: 'p.pdf', mediaType: 'application/pdf' },
    ...over,
  });
  const over = { ...dispute, id: 'd2', note: 'Erreur corrigée', resolvedOn: day('2026-11-20') };
  const ledger = {
    ...aLedger({ invoices: [anInvoice('f1'), anInvoice('f2')], disputes: [dispute, over] }),
    pieces: new Map(
      [
        piece('p1', { invoiceId: 'f1' }),
        piece('p2', {}),
        piece('p3', { invoiceId: 'f2' }),
        piece('p4', { clientId: 'c2' }),
      ].map((one) => [one.id, one]),
    ),
  };
  const made = mediationSummary(ledger, 'c1', ['f1'], today);
  if (!made.ok) throw new Error(made.error.message);
  const { paragraphsBefore, enclosures, withoutEnvelope } = made.value;
  const contested = paragraphsBefore.filter((text) => text.startsWith('Contestation du'));
  expect(contested).toHaveLength(1);
  expect(contested[0]).toMatch(
    /^Contestation du 12\/11\/2026 sur la facture F1, .* \(234,56\s€\)\s: Hors devis$/u,
  );
  expect(enclosures).toEqual([
    'Pièce p1',
    'Pièce p2',
    'Copie de la facture F1 (à\u00A0joindre)',
    'Relevé de compte (à\u00A0joindre)',
  ]);
  expect(withoutEnvelope).toBe(true);
});

it('announces the copies that are there, and says of the others that they are to be joined', () => {
  const enclosuresWith = (...withCopy: readonly string[]) => {
    const invoices = ['f1', 'f2'].map((id) =>
      anInvoice(id, withCopy.includes(id) ? { documentHash: 'b'.repeat(64) } : {}),
    );
    const made = mediationSummary(aLedger({ invoices }), 'c1', ['f1', 'f2'], today);
    return made.ok ? made.value.enclosures : made.error.message;
  };
  const statement = 'Relevé de compte (à\u00A0joindre)';
  expect(enclosuresWith()).toEqual(['Copie des factures F1, F2 (à\u00A0joindre)', statement]);
  expect(enclosuresWith('f2')).toEqual([
    'Copie de la facture F2',
    'Copie de la facture F1 (à\u00A0joindre)',
    statement,
  ]);
  expect(enclosuresWith('f1', 'f2')).toEqual(['Copie des factures F1, F2', statement]);
});

import { describe, expect, it } from 'vitest';
import type { Handover } from '../../../../../shared/ledger/handover.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { clientLetterModel } from '../../../../../shared/letters/kinds/client-letter-model.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { ledgerOf, letterOf, today, wish } from './sample-ledger.ts';

const withHandover = (over: Partial<Handover>): Ledger => {
  const ledger = ledgerOf();
  const handover = ledger.handovers.get('h');
  if (handover === undefined) throw new Error('no hand-over');
  return { ...ledger, handovers: new Map([['h', { ...handover, ...over }]]) };
};
const bodyOf = (over: Partial<Handover>): string =>
  letterOf(withHandover(over), wish('mandate')).body.replace(/\s/gu, ' ');

describe('the written mandate to a third party', () => {
  it('names the parties, what is confided invoice by invoice, and what it comes to on its day', () => {
    const ledger = withHandover({ claimCents: cents(123_456), reference: 'RC-418' });
    const letter = letterOf(ledger, wish('mandate'));
    const model = clientLetterModel(ledger, letter, today);
    if (!model.ok) throw new Error(model.error.message);
    const { blocks, withoutPayment, countersignature, enclosures } = model.value;
    expect(blocks).toEqual([
      {
        kind: 'invoices',
        title: '',
        rows: [
          expect.objectContaining({ number: 'FA2026-001', totalCents: 189_000, owedCents: 100_000 }),
          expect.objectContaining({ number: 'FA2026-002', totalCents: 45_630, owedCents: 45_630 }),
        ],
      },
      { kind: 'total', label: 'Créance au 22 novembre 2026', cents: 123_456 },
    ]);
    expect(withoutPayment).toBe(true);
    expect(countersignature?.lines).toHaveLength(3);
    expect(enclosures).toEqual(['Copie des 2 factures', 'Relevé de compte du débiteur']);
    expect(letter.body.replace(/\s/gu, ' ')).toContain(
      'Atelier Dupré SARL, ci-après « le mandant », donne mandat à Recouvrement du Rhône SAS de recouvrer à l’amiable',
    );
    expect(letter.body).toContain('Votre référence\u00A0: RC-418.');
  });

  it('keeps the SIREN of the debtor in one piece', () => {
    const ledger = ledgerOf();
    const clients = [...ledger.clients].map(
      ([id, client]) => [id, { ...client, siren: '732829320' }] as const,
    );
    expect(letterOf({ ...ledger, clients: new Map(clients) }, wish('mandate')).body).toContain(
      'SIREN\u00A0732\u00A0829\u00A0320',
    );
  });

  it('says the fee as it was agreed, and that amicable costs stay with the creditor', () => {
    const kept =
      'Cette rémunération et les frais du recouvrement amiable restent à notre charge de créancier.';
    expect(bodyOf({ fee: { kind: 'share', basisPoints: 1250 } })).toMatch(
      new RegExp(`12,50 %.* des sommes encaissées.*${kept}`, 'u'),
    );
    expect(bodyOf({ fee: { kind: 'fixed', cents: cents(15_000) } })).toMatch(
      new RegExp(`150,00 €.*${kept}`, 'u'),
    );
    expect(bodyOf({ fee: { kind: 'none' } })).toContain('Vos frais sont à convenir entre nous');
  });

  it('asks the professional conditions of an agency, not of those who have their own statutes', () => {
    const as = (kind: Handover['collector']['kind']) =>
      bodyOf({
        collector: { kind, name: 'Tiers', address: { lines: ['1 rue A'], postcode: '69002', city: 'Lyon' } },
      });
    expect(as('agency')).toContain('L124-1 et R124-1 à R124-7');
    expect(as('agency')).toContain('mentions de l’article R124-4');
    for (const kind of ['lawyer', 'bailiff'] as const) expect(as(kind)).not.toContain('124-');
  });

  it('keeps a write-off, more time and any action for the creditor’s own word', () => {
    expect(bodyOf({})).toContain(
      'Toute remise, tout délai au-delà de ce que nous aurons accepté et toute action en justice demandent notre accord écrit.',
    );
  });
});

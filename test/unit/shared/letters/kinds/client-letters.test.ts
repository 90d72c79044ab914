import { describe, expect, it } from 'vitest';
import { day } from '../../../../../shared/dates/day.ts';
import type { LetterBlock } from '../../../../../shared/ipc/letter-block.ts';
import { letterModel } from '../../../../../shared/ipc/letter-contract.ts';
import type { ClientLetter, ClientLetterKind } from '../../../../../shared/ledger/client-letter.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { clientLetterModel } from '../../../../../shared/letters/kinds/client-letter-model.ts';
import { clientLetterReadiness } from '../../../../../shared/letters/kinds/client-letter-readiness.ts';
import { hasEnglish } from '../../../../../shared/letters/kinds/letter-kind-names.ts';
import { proposeLetter } from '../../../../../shared/letters/kinds/propose-letter.ts';
import { modelRefusals } from '../../../../../shared/letters/model-refusals.ts';
import { ledgerOf, letterOf, now, today, wish } from './sample-ledger.ts';

const kinds: readonly ClientLetterKind[] = [
  'account-statement',
  'payment-plan',
  'discount-offer',
  'thanks',
  'mandate',
  'free',
];

const modelOf = (ledger: Ledger, letter: ClientLetter) => {
  const model = clientLetterModel(ledger, letter, today);
  if (!model.ok) throw new Error(model.error.message);
  return model.value;
};

const blockOf = <Kind extends LetterBlock['kind']>(
  ledger: Ledger,
  letter: ClientLetter,
  kind: Kind,
): Extract<LetterBlock, { readonly kind: Kind }> => {
  const block = modelOf(ledger, letter).blocks?.find((one) => one.kind === kind);
  if (block === undefined) throw new Error(`no ${kind}`);
  return block as Extract<LetterBlock, { readonly kind: Kind }>;
};

describe('every kind of letter', () => {
  it.each(kinds)('%s is whole as it is proposed, and main takes it', (kind) => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish(kind), kind === 'free' ? { subject: 'Votre compte' } : {});
    const readiness = clientLetterReadiness(ledger, letter, today);
    expect(readiness.kind === 'incomplete' ? readiness.problems : []).toEqual([]);
    const model = modelOf(ledger, letter);
    expect(letterModel.safeParse(model).success).toBe(true);
    expect(modelRefusals(model)).toEqual([]);
    expect(model.kind).toBe('correspondence');
    expect(model.sender.accent).toBe('#1f3a5f');
  });

  it.each(kinds.filter(hasEnglish))('%s is proposed in English', (kind) => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish(kind, { language: 'en' }), { subject: 'Your account' });
    expect(letter.body).not.toMatch(/Madame|nous/u);
    expect(modelOf(ledger, letter).language).toBe('en');
  });

  it('refuses a letter without subject or text, and a client without address', () => {
    const ledger = ledgerOf();
    const empty = clientLetterReadiness(ledger, letterOf(ledger, wish('free'), { body: ' ' }), today);
    expect(empty.kind === 'incomplete' && empty.problems.map(({ message }) => message)).toEqual([
      'Donnez un objet à la lettre.',
      'Écrivez le texte de la lettre.',
    ]);
    const nowhere = ledgerOf({ address: undefined });
    const letter = letterOf(nowhere, wish('account-statement'));
    expect(clientLetterReadiness(nowhere, letter, today)).toMatchObject({
      kind: 'incomplete',
      problems: [{ repair: 'client' }],
    });
  });

  it('keeps out claimed fees, threats and what looks like a court', () => {
    const ledger = ledgerOf();
    for (const body of [
      'Nous ajouterons 15 € de frais de relance.',
      'Nous allons déposer plainte et prévenir votre employeur.',
      'Signifié par huissier.',
      'Bonjour {{client}}.',
    ])
      expect(
        clientLetterReadiness(
          ledger,
          letterOf(ledger, wish('free'), { subject: 'Votre compte', body }),
          today,
        ).kind,
        body,
      ).toBe('incomplete');
  });
});

describe('the statement of account', () => {
  it('runs from nothing to what is owed, and explains what waits to be deducted', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('account-statement'));
    const movements = blockOf(ledger, letter, 'movements');
    expect(movements.openingCents).toBe(0);
    expect(movements.lines.map(({ balanceCents }) => balanceCents)).toEqual([
      189_000, 234_630, 222_630, 133_630, 233_630,
    ]);
    const owed = blockOf(ledger, letter, 'invoices');
    expect(owed.rows.map(({ number, owedCents, daysLate }) => [number, owedCents, daysLate])).toEqual([
      ['FA2026-001', 100_000, 83],
      ['FA2026-002', 45_630, 53],
      ['FA2026-003', 100_000, 0],
    ]);
    const total = blockOf(ledger, letter, 'total');
    expect(total.cents).toBe(movements.closingCents);
    expect(total.label).toBe('Solde du compte au 22/11/2026');
    expect(total.note).toBe(
      'dont échu\u00A0: 1\u202F456,30\u00A0€\naprès 120,00\u00A0€ d’avoirs et de règlements non affectés\nà régler à ce jour\u00A0: 1\u202F336,30\u00A0€',
    );
    const { payment } = modelOf(ledger, letter);
    expect(payment.qrPayload).toContain('EUR1336.3');
    expect(payment.link).toMatch(/^https:\/\/payer\.example\/\?m=1336\.30&r=RF/u);
  });

  it('tells once what is both overdue and to be paid', () => {
    const { 'AV2026-001': _credit, ...kept } = Object.fromEntries(ledgerOf().invoices);
    const ledger = { ...ledgerOf(), invoices: new Map(Object.entries(kept)) };
    const noteOf = (over: Partial<Parameters<typeof wish>[1]>) =>
      blockOf(ledger, letterOf(ledger, wish('account-statement', over)), 'total').note;
    expect(noteOf({})).toBe('dont échu, à régler à ce jour\u00A0: 1\u202F456,30\u00A0€');
    expect(noteOf({ language: 'en' })).toBe('overdue, to pay today: €1,456.30');
  });

  it('begins on the day asked for, with what came before as its opening balance', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('account-statement'), { statementFrom: day('2026-10-01') });
    const movements = blockOf(ledger, letter, 'movements');
    expect(movements.openingCents).toBe(234_630);
    expect(movements.lines).toHaveLength(3);
    expect(movements.closingCents).toBe(233_630);
  });

  it('asks nothing of a client who is ahead', () => {
    const ledger = { ...ledgerOf(), invoices: new Map() };
    const letter = letterOf(ledger, wish('account-statement'));
    const model = modelOf(ledger, letter);
    expect(model.withoutPayment).toBe(true);
    expect(blockOf(ledger, letter, 'total')).toMatchObject({
      label: 'Solde en votre faveur au 22/11/2026',
      cents: 89_000,
    });
  });
});

describe('the payment plan', () => {
  it('recognises the debt in figures and words, and tells what the plan holds', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('payment-plan'));
    expect(letter.body).toContain(
      '1\u202F456,30\u00A0€ (mille quatre cent cinquante-six euros et trente centimes)',
    );
    expect(letter.body).toMatch(/Déchéance du terme.*8\u00A0jours après une mise en demeure/u);
    expect(letter.body).toContain('n’emporte pas novation');
    expect(letter.body).toContain('article 2240 du Code civil');
    expect(letter.body).toContain('renonce aux intérêts de retard et à l’indemnité forfaitaire');
    expect(blockOf(ledger, letter, 'instalments').rows.map(({ cents }) => cents)).toEqual([
      48_543, 48_543, 48_544,
    ]);
    expect(blockOf(ledger, letter, 'invoices').rows.map(({ owedCents }) => owedCents)).toEqual([
      100_000, 45_630,
    ]);
    expect(blockOf(ledger, letter, 'total').cents).toBe(145_630);
    expect(modelOf(ledger, letter).payment.qrPayload).toContain('EUR485.43');
  });

  it('reserves the interest, or grants other days, as the user decides', () => {
    const ledger = ledgerOf();
    const { body } = letterOf(ledger, wish('payment-plan', { interest: 'kept', forfeitureDays: 15 }));
    expect(body).toContain('se réserve expressément ses droits');
    expect(body).toContain('15\u00A0jours');
  });

  it('never speaks of 40 € to a consumer, and has him write the sum by hand', () => {
    const ledger = ledgerOf({ regime: 'b2c', name: 'Mme Œillet' });
    const letter = letterOf(ledger, wish('payment-plan'), { handwritten: true });
    expect(letter.body).not.toMatch(/indemnité/u);
    const room = modelOf(ledger, letter).countersignature;
    expect(room?.handwritten).toBe(
      'Je soussigné(e) Mme Œillet, reconnais devoir à Atelier Dupré SARL la somme de mille quatre cent cinquante-six euros et trente centimes (1\u202F456,30\u00A0€), que je m’engage à régler selon l’échéancier ci-dessus.',
    );
    expect(room?.lines).toEqual(['Fait à\u00A0:', 'Le\u00A0:']);
  });

  it('is proposed only where there is one', () => {
    expect(proposeLetter(ledgerOf(), wish('payment-plan', { planId: 'other' }), today)).toMatchObject({
      ok: false,
      error: { kind: 'no-plan' },
    });
  });
});

describe('the discount', () => {
  it('covers only invoices that are not due, whole, and in their time', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('discount-offer'));
    expect(blockOf(ledger, letter, 'discounts').rows).toEqual([
      {
        number: 'FA2026-003',
        issuedOn: '2026-11-15',
        owedCents: 100_000,
        basisPoints: 200,
        discountCents: 2_000,
        payableCents: 98_000,
        until: '2026-11-25',
      },
    ]);
    expect(letter.body).toContain('un escompte de 2\u00A0%');
    expect(modelOf(ledger, letter).payment.qrPayload).toContain('EUR980');
    expect(clientLetterModel(ledger, letter, day('2026-11-26'))).toMatchObject({ ok: false });
  });

  it('is refused where the terms of sale give none', () => {
    expect(
      proposeLetter(ledgerOf({ earlyPaymentDiscount: undefined }), wish('discount-offer'), today),
    ).toMatchObject({ ok: false, error: { kind: 'no-discount' } });
  });
});

describe('the receipt and the mandate', () => {
  it('tells what a payment settled and what is left, and asks for nothing', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('thanks'));
    expect(letter.body).toContain('Il reste 1\u202F000,00\u00A0€ à régler sur cette facture.');
    expect(blockOf(ledger, letter, 'settled').rows).toMatchObject([
      { number: 'FA2026-001', settledCents: 89_000, leftCents: 100_000 },
    ]);
    expect(modelOf(ledger, letter).withoutPayment).toBe(true);
  });

  it('no longer thanks for a payment that was reversed', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('thanks'));
    const payment = ledger.payments.get('p1');
    if (!payment) throw new Error('no payment');
    const reversed = { ...ledger, payments: new Map([['p1', { ...payment, reversedAt: now }]]) };
    expect(clientLetterModel(reversed, letter, today)).toMatchObject({
      ok: false,
      error: { kind: 'no-payment' },
    });
  });

  it('goes to the collector, with the conditions of an agency but not those of a lawyer', () => {
    const ledger = ledgerOf();
    const letter = letterOf(ledger, wish('mandate'));
    const model = modelOf(ledger, letter);
    expect(model.recipient.lines).toEqual(['Recouvrement du Rhône SAS', '5 QUAI DE SAONE', '69002 LYON']);
    expect(letter.body).toContain('R124-1 à R124-7');
    expect(letter.body).toContain('10,00\u00A0% des sommes encaissées');
    expect(model.countersignature?.title).toBe('Mandat accepté par Recouvrement du Rhône SAS');
    const handover = ledger.handovers.get('h');
    if (!handover) throw new Error('no hand-over');
    const lawyer = {
      ...ledger,
      handovers: new Map([
        ['h', { ...handover, collector: { ...handover.collector, kind: 'lawyer' as const } }],
      ]),
    };
    expect(letterOf(lawyer, wish('mandate')).body).not.toContain('R124');
  });
});

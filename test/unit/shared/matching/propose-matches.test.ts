import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { creditorReference } from '../../../../shared/identifiers/creditor-reference.ts';
import { proposeMatches } from '../../../../shared/matching/propose-matches.ts';
import { cents } from '../../../../shared/money/cents.ts';
import {
  aKnownPayment,
  aMovement,
  anItem,
  aPayer,
  booked,
  proposalFor,
  reasonKinds,
  someItems,
  somePayers,
} from './sample-matching.ts';

const from = (name: string, text: string, amount = 120_000, changes = {}) =>
  aMovement(`VIR SEPA RECU /DE ${name} /MOTIF ${text}`, { amountCents: cents(amount), ...changes });

describe('certain', () => {
  it('an RF reference and its amount, whoever pays', () => {
    const reference = creditorReference('FA-2026/012');
    const proposal = proposalFor(from('HOLDING ZED', reference.ok ? reference.value : ''));
    expect(booked(proposal)).toBe('d12=120000');
    expect(reasonKinds(proposal)).toEqual(['creditor-reference', 'exact-amount']);
    expect(proposal).toMatchObject({ isCertain: true });
    expect(proposal.best?.score).toBeGreaterThanOrEqual(95);
  });

  it.each([
    ['a number and its amount', from('HOLDING ZED', 'FA2026012'), 'd12=120000'],
    ['an order reference and its amount', from('ZED', 'CDE 4500123987', 98_765), 'n31=98765'],
    ['several numbers and their sum', from('ZED', 'FA-2026/012 ET 013', 165_050), 'd12=120000 d13=45050'],
    ['a range and its sum', from('ZED', 'FA-2026/021 A 023', 61_128), 'g21=30000 g22=20017 g23=11111'],
    ['name and amount', from('MENUISERIE DUPONT', 'VIREMENT', 45_050), 'd13=45050'],
    ['name and the whole account', from('GARAGE MARTIN', '', 61_128), 'g21=30000 g23=11111 g22=20017'],
    ['name and the two oldest', from('GARAGE MARTIN', '', 50_017), 'g21=30000 g22=20017'],
    ['a deposit of the named invoice', from('MENUISERIE DUPONT', 'ACOMPTE FA-2026/012', 36_000), 'd12=36000'],
    [
      'a part of the named invoice, from its client',
      from('MENUISERIE DUPONT', 'FA-2026/012', 77_777),
      'd12=77777',
    ],
    [
      'too much for the named invoice, from its client',
      from('MENUISERIE DUPONT', 'FA-2026/013', 46_000),
      'd13=45050 +950',
    ],
    ['a cent off', from('NOVALIS', 'FA-2026/031', 98_764), 'n31=98764-1'],
    ['a number with one wrong figure, name and amount', from('NOVALIS', 'FA-2026/931', 98_765), 'n31=98765'],
  ])('%s', (_, movement, expected) => {
    const proposal = proposalFor(movement);
    expect(booked(proposal).split(' ').sort().join(' ')).toBe(expected.split(' ').sort().join(' '));
    expect(proposal.isCertain).toBe(true);
  });

  it('bank fees within the tolerance of the settings, and without one a part payment', () => {
    const movement = from('NOVALIS SAS', 'FA-2026/031', 97_465);
    expect(booked(proposalFor(movement, { feeToleranceCents: cents(1500) }))).toBe('n31=97465-1300');
    expect(booked(proposalFor(movement))).toBe('n31=97465');
  });

  it('an escompte in time, and a part payment when it is late', () => {
    const items = [anItem('e', 'dupont', 'FA-2026/040', { discount: { basisPoints: 200, withinDays: 45 } })];
    expect(booked(proposalFor(from('DUPONT', 'FA-2026/040', 117_600), { items }))).toBe('e=117600-2400');
    const late = from('MENUISERIE DUPONT', 'FA-2026/040', 117_600, { bookedOn: day('2026-06-20') });
    expect(booked(proposalFor(late, { items }))).toBe('e=117600');
  });

  it('a learnt name or account, and the amount', () => {
    const payers = [
      aPayer('dupont', 'Menuiserie Dupont', {
        names: [{ nameKey: 'holding zed', iban: undefined, confirmations: 3 }],
      }),
      aPayer('novalis', 'Novalis', { names: [{ nameKey: undefined, iban: 'FR761', confirmations: 1 }] }),
    ];
    const byName = proposalFor(from('HOLDING ZED', 'VIREMENT', 45_050), { payers });
    expect(byName).toMatchObject({ isCertain: true });
    expect(reasonKinds(byName)).toContain('known-payer-name');
    const byIban = proposalFor(
      aMovement('VIREMENT', { amountCents: cents(98_765), counterpartyIban: 'FR761' }),
      { payers },
    );
    expect(byIban).toMatchObject({ isCertain: true });
    expect(booked(byIban)).toBe('n31=98765');
  });

  it('an announced amount near its day', () => {
    const announced = [{ cents: cents(40_000), on: day('2026-06-08') }];
    const items = [anItem('p', 'dupont', 'FA-2026/050', { announced }), ...someItems];
    const proposal = proposalFor(from('MENUISERIE DUPONT', 'VIREMENT', 40_000), { items });
    expect(booked(proposal)).toBe('p=40000');
    expect(proposal.isCertain).toBe(true);
  });

  it('the account less what stands to the client’s credit', () => {
    const payers = [aPayer('novalis', 'Novalis', { onAccountCents: cents(8765) })];
    const proposal = proposalFor(from('NOVALIS', 'FA-2026/031', 90_000), { payers });
    expect(proposal.best?.target).toMatchObject({ usesOnAccountCents: 8765, onAccountCents: 0 });
    expect(booked(proposal)).toBe('n31=90000');
  });
});

describe('proposed, never certain', () => {
  it.each([
    ['an amount alone', aMovement('VIREMENT', { amountCents: cents(98_765) }), 'n31=98765'],
    ['a name alone: the order of the law', from('GARAGE MARTIN', '', 40_000), 'g21=30000 g22=10000'],
    ['more than the account', from('NOVALIS', '', 100_000), 'n31=98765 +1235'],
  ])('%s', (_, movement, expected) => {
    const proposal = proposalFor(movement);
    expect(booked(proposal)).toBe(expected);
    expect(proposal.isCertain).toBe(false);
    expect(proposal.best?.score ?? 0).toBeLessThan(95);
  });

  it('two equal invoices: the older one, the other beside it', () => {
    const items = [
      anItem('a', 'dupont', 'FA-2026/001', { dueOn: day('2026-05-01') }),
      anItem('b', 'dupont', 'FA-2026/002'),
    ];
    const proposal = proposalFor(from('MENUISERIE DUPONT', 'VIREMENT'), { items });
    expect(booked(proposal)).toBe('a=120000');
    expect(proposal.isCertain).toBe(false);
    expect(reasonKinds(proposal)).toContain('several-combinations');
    expect(proposal.alternatives).toHaveLength(1);
  });

  it('two clients of one name who owe the same', () => {
    const payers = [aPayer('m1', 'Martin SARL'), aPayer('m2', 'Martin SARL')];
    const items = [anItem('a', 'm1', 'FA-2026/001'), anItem('b', 'm2', 'FA-2026/002')];
    const proposal = proposalFor(from('MARTIN SARL', 'VIREMENT'), { items, payers });
    expect(proposal.isCertain).toBe(false);
    expect(reasonKinds(proposal)).toContain('several-clients');
    expect(proposal.alternatives).toHaveLength(1);
  });

  it('an insolvent client, whatever he names', () => {
    const payers = [aPayer('dupont', 'Menuiserie Dupont', { isInsolvent: true })];
    const proposal = proposalFor(from('MENUISERIE DUPONT', 'FA-2026/012'), { payers });
    expect(booked(proposal)).toBe('d12=120000');
    expect(proposal.isCertain).toBe(false);
    expect(reasonKinds(proposal)).toContain('insolvent-client');
  });

  it('the number of one client with the name and amount of another', () => {
    const items = [...someItems, anItem('n32', 'novalis', 'FA-2026/032')];
    expect(proposalFor(from('NOVALIS SAS', 'FA-2026/012'), { items }).isCertain).toBe(false);
  });

  it('an invoice of another currency is not proposed at all', () => {
    const items = [anItem('c', 'dupont', 'FA-2026/012', { currency: 'CHF' })];
    expect(booked(proposalFor(from('MENUISERIE DUPONT', 'FA-2026/012'), { items }))).not.toContain('c=');
  });

  it('money that came before the invoice was issued settles it only if it names it', () => {
    const early = { bookedOn: day('2026-05-10') };
    expect(booked(proposalFor(from('MENUISERIE DUPONT', '', 45_050, early)))).not.toContain('d13');
    expect(booked(proposalFor(from('MENUISERIE DUPONT', 'FA-2026/013', 45_050, early)))).toBe('d13=45050');
  });

  it('the usual delay of a client supports a proposal and decides nothing', () => {
    const payers = [aPayer('garage', 'Garage Martin', { usualDelayDays: 10 })];
    const items = [anItem('g', 'garage', 'FA-2026/021', { totalCents: cents(30_000) })];
    const usual = proposalFor(from('GARAGE MARTIN', '', 20_000), { payers, items });
    expect(reasonKinds(usual)).toContain('usual-delay');
    expect(usual.isCertain).toBe(false);
    const late = from('GARAGE MARTIN', '', 20_000, { bookedOn: day('2026-06-20') });
    expect(reasonKinds(proposalFor(late, { payers, items }))).not.toContain('usual-delay');
  });

  it('a text that speaks of something else than an invoice', () => {
    const proposal = proposalFor(from('MENUISERIE DUPONT', 'LOYER JUIN', 45_050));
    expect(booked(proposal)).toBe('d13=45050');
    expect(proposal.isCertain).toBe(false);
    expect(reasonKinds(proposal)).toContain('other-purpose');
  });

  it('a stranger’s money waits', () => {
    expect(proposalFor(from('ZORGLUB', 'LOYER', 77_701)).best).toBeUndefined();
  });
});

describe('movements of other kinds', () => {
  const payments = [aKnownPayment('p1', 'dupont')];

  it('money that was noted by hand is linked, not noted twice', () => {
    const items = someItems.filter(({ invoiceId }) => invoiceId !== 'd12');
    const proposal = proposalFor(from('MENUISERIE DUPONT', 'VIREMENT'), { items, payments });
    expect(proposal).toMatchObject({
      isCertain: true,
      best: { target: { kind: 'recorded-payment', paymentId: 'p1', clientId: 'dupont' } },
    });
  });

  it('noted by hand, or another payment of the same amount: the user decides', () => {
    expect(proposalFor(from('MENUISERIE DUPONT', 'VIREMENT'), { payments }).isCertain).toBe(false);
  });

  it('what has its movement already, or is weeks away, is not linked', () => {
    const items: typeof someItems = [];
    for (const other of [{ hasBankLine: true }, { receivedOn: day('2026-05-01') }]) {
      const known = [aKnownPayment('p1', 'dupont', other)];
      const target = proposalFor(from('MENUISERIE DUPONT', ''), { items, payments: known }).best?.target;
      expect(target?.kind).not.toBe('recorded-payment');
    }
  });

  it('cheques noted by hand that add up to a deposit', () => {
    const cheques = [
      aKnownPayment('c1', 'dupont', { method: 'cheque', cents: cents(10_001) }),
      aKnownPayment('c2', 'garage', { method: 'cheque', cents: cents(20_002) }),
      aKnownPayment('c3', 'novalis', { method: 'cheque', cents: cents(45_000) }),
    ];
    const deposit = aMovement('REMISE 2 CHEQUES', { kind: 'cheque-deposit', amountCents: cents(30_003) });
    expect(proposalFor(deposit, { payments: cheques })).toMatchObject({
      isCertain: true,
      best: { target: { kind: 'recorded-payment', paymentId: 'c1', otherPaymentIds: ['c2'] } },
    });
  });

  it('a returned direct debit takes its payment back', () => {
    const known = [
      aKnownPayment('old', 'dupont', {
        method: 'direct-debit',
        receivedOn: day('2026-06-02'),
        hasBankLine: true,
      }),
      aKnownPayment('other', 'garage', {
        method: 'direct-debit',
        receivedOn: day('2026-06-02'),
        hasBankLine: true,
      }),
    ];
    const rejected = aMovement('REJET PRLV MENUISERIE DUPONT', {
      kind: 'returned-debit',
      amountCents: cents(-120_000),
    });
    expect(proposalFor(rejected, { payments: known })).toMatchObject({
      isCertain: true,
      best: { target: { kind: 'return', paymentId: 'old', clientId: 'dupont' } },
    });
    const nameless = { ...rejected, label: 'REJET PRLV' };
    expect(proposalFor(nameless, { payments: known }).isCertain).toBe(false);
  });

  it.each(['own-transfer', 'card-settlement', 'refund', 'fees', 'other-debit'] as const)(
    '%s is no receipt',
    (kind) => {
      const amountCents = cents(kind === 'fees' || kind === 'other-debit' ? -500 : 500);
      expect(proposalFor(aMovement('X', { kind, amountCents }))).toMatchObject({
        isCertain: false,
        best: { target: { kind: 'no-receipt' } },
      });
    },
  );

  it('a « refund » that names an invoice is shown as its payment too, for the user to decide', () => {
    const proposal = proposalFor(from('MENUISERIE DUPONT', 'FA-2026/012', 120_000, { kind: 'refund' }));
    expect(proposal.isCertain).toBe(false);
    expect(booked(proposal)).toBe('d12=120000');
    expect(reasonKinds(proposal)).toContain('no-customer-receipt');
  });
});

describe('over a whole batch', () => {
  const batch = (movements: readonly ReturnType<typeof aMovement>[]) =>
    proposeMatches({
      movements,
      items: someItems,
      payers: somePayers,
      payments: [],
      feeToleranceCents: cents(0),
    });

  it('no line takes what a better one takes', () => {
    const vague = { ...aMovement('VIREMENT', { bookedOn: day('2026-06-09') }), id: 'a' };
    const clear = { ...from('MENUISERIE DUPONT', 'FA-2026/012'), id: 'b' };
    const [first, second] = batch([vague, clear]);
    expect(second?.isCertain).toBe(true);
    expect(first && booked(first)).not.toContain('d12');
  });

  it('of two payments of one invoice the later is the one too much', () => {
    const [later, earlier] = batch([
      { ...from('MENUISERIE DUPONT', 'FA-2026/012', 120_000, { bookedOn: day('2026-06-12') }), id: 'later' },
      { ...from('MENUISERIE DUPONT', 'FA-2026/012'), id: 'earlier' },
    ]);
    expect(earlier && booked(earlier)).toBe('d12=120000');
    expect(later && booked(later)).toBe('+120000');
    expect(later?.isCertain).toBe(false);
    expect(later && reasonKinds(later)).toContain('settled-invoice-named');
  });

  it('a deposit, then the rest', () => {
    const [deposit, rest] = batch([
      { ...from('MENUISERIE DUPONT', 'FA-2026/012', 36_000), id: 'deposit' },
      { ...from('MENUISERIE DUPONT', 'FA-2026/012', 84_000, { bookedOn: day('2026-06-20') }), id: 'rest' },
    ]);
    expect(deposit && booked(deposit)).toBe('d12=36000');
    expect(rest && booked(rest)).toBe('d12=84000');
    expect(rest?.isCertain).toBe(true);
  });

  it('nothing to match is nothing', () => {
    expect(batch([])).toEqual([]);
  });
});

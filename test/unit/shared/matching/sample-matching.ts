import { type Day, day } from '../../../../shared/dates/day.ts';
import type {
  KnownPayer,
  KnownPayment,
  MatchingInput,
  MatchProposal,
  MoneyMovement,
  OpenItem,
} from '../../../../shared/matching/match-contract.ts';
import { proposeMatches } from '../../../../shared/matching/propose-matches.ts';
import { cents } from '../../../../shared/money/cents.ts';

/** An open invoice of 1 200,00 €, issued in May and due in June. */
export const anItem = (
  invoiceId: string,
  clientId: string,
  number: string,
  changes: Partial<OpenItem> = {},
): OpenItem => {
  const totalCents = changes.totalCents ?? cents(120_000);
  return {
    invoiceId,
    clientId,
    number,
    issuedOn: day('2026-05-02'),
    dueOn: day('2026-06-01'),
    totalCents,
    remainingCents: totalCents,
    currency: 'EUR',
    ...changes,
  };
};

export const aPayer = (clientId: string, name: string, changes: Partial<KnownPayer> = {}): KnownPayer => ({
  clientId,
  name,
  names: [],
  onAccountCents: cents(0),
  isInsolvent: false,
  ...changes,
});

/** A transfer of 1 200,00 € received on 10 June. */
export const aMovement = (label: string, changes: Partial<MoneyMovement> = {}): MoneyMovement => ({
  id: 'm1',
  bookedOn: day('2026-06-10'),
  amountCents: cents(120_000),
  currency: 'EUR',
  kind: 'receipt',
  label,
  ...changes,
});

export const aKnownPayment = (
  paymentId: string,
  clientId: string,
  changes: Partial<KnownPayment> = {},
): KnownPayment => ({
  paymentId,
  clientId,
  receivedOn: day('2026-06-09') as Day,
  cents: cents(120_000),
  method: 'transfer',
  hasBankLine: false,
  ...changes,
});

/** Three clients: Dupont owes two invoices, Garage Martin three, Novalis one. */
export const someItems: readonly OpenItem[] = [
  anItem('d12', 'dupont', 'FA-2026/012'),
  anItem('d13', 'dupont', 'FA-2026/013', { totalCents: cents(45_050), issuedOn: day('2026-05-20') }),
  anItem('g21', 'garage', 'FA-2026/021', {
    totalCents: cents(30_000),
    dueOn: day('2026-04-01'),
    issuedOn: day('2026-03-01'),
  }),
  anItem('g22', 'garage', 'FA-2026/022', { totalCents: cents(20_017) }),
  anItem('g23', 'garage', 'FA-2026/023', { totalCents: cents(11_111), dueOn: day('2026-07-01') }),
  anItem('n31', 'novalis', 'FA-2026/031', { totalCents: cents(98_765), orderReference: '4500123987' }),
];

export const somePayers: readonly KnownPayer[] = [
  aPayer('dupont', 'Menuiserie Dupont SARL', { city: 'Lyon' }),
  aPayer('garage', 'Garage Martin'),
  aPayer('novalis', 'Novalis SAS'),
];

/** Proposes for one movement over the sample clients. */
export const proposalFor = (
  movement: MoneyMovement,
  changes: Partial<Omit<MatchingInput, 'movements'>> = {},
): MatchProposal => {
  const [proposal] = proposeMatches({
    movements: [movement],
    items: someItems,
    payers: somePayers,
    payments: [],
    feeToleranceCents: cents(0),
    ...changes,
  });
  if (proposal === undefined) throw new Error('a movement without a proposal');
  return proposal;
};

/** « d12=120000 d13=45050-200 +300 » of the best candidate: shares, what is let go, what stays on account. */
export const booked = (proposal: MatchProposal): string => {
  const target = proposal.best?.target;
  if (target === undefined) return '';
  if (target.kind !== 'payment') return target.kind;
  const shares = target.shares.map(
    ({ invoiceId, cents: share, concession }) =>
      `${invoiceId}=${share}${concession === undefined ? '' : `-${concession.cents}`}`,
  );
  return [...shares, ...(target.onAccountCents > 0 ? [`+${target.onAccountCents}`] : [])].join(' ');
};

export const reasonKinds = (proposal: MatchProposal): readonly string[] =>
  proposal.best?.reasons.map(({ kind }) => kind) ?? [];

import { type Day, daysBetween } from '../../dates/day.ts';
import type { LetterBlock } from '../../ipc/letter-block.ts';
import { balancesAsOf } from '../../ledger/balance.ts';
import type { Invoice } from '../../ledger/invoice.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { isInLedgerCurrency } from '../../ledger/ledger-currency.ts';
import { statementOf } from '../../ledger/statement.ts';
import { sumCents } from '../../money/cents.ts';
import { figuresMarker } from '../letter-text.ts';
import { letterWording } from '../letter-wording.ts';
import type { LetterProposal, LetterWish } from './letter-wish.ts';
import { bodyOf } from './letter-wish.ts';
import { englishClosing, englishSalutation, politeClosing, salutation } from './polite-forms.ts';

/** What a client owes on one invoice on a day. */
export interface OwedInvoice {
  readonly invoice: Invoice;
  readonly owedCents: number;
  readonly daysLate: number;
}

/** Invoices of a client that are not paid on a day, the oldest due date first. */
export const owedInvoices = (ledger: Ledger, clientId: string, on: Day): readonly OwedInvoice[] => {
  const { remainingByInvoice } = balancesAsOf(ledger, on);
  return [...ledger.invoices.values()]
    .filter(
      (invoice) =>
        invoice.clientId === clientId &&
        invoice.kind === 'invoice' &&
        invoice.cancelledAt === undefined &&
        invoice.issuedOn <= on &&
        isInLedgerCurrency(invoice),
    )
    .map((invoice) => ({
      invoice,
      owedCents: remainingByInvoice.get(invoice.id) ?? 0,
      daysLate: invoice.dueOn === undefined ? 0 : Math.max(0, daysBetween(invoice.dueOn, on)),
    }))
    .filter(({ owedCents }) => owedCents > 0)
    .sort((a, b) => {
      const [left, right] = [a.invoice.dueOn ?? '9999', b.invoice.dueOn ?? '9999'];
      return left === right ? (a.invoice.number < b.invoice.number ? -1 : 1) : left < right ? -1 : 1;
    });
};

/** Day of the first movement of a client's account; undefined where there is none. */
export const firstMovementOn = (ledger: Ledger, clientId: string, until: Day): Day | undefined =>
  statementOf(ledger, clientId, '0001-01-01' as Day, until).lines[0]?.on;

/**
 * The account of a client on paper: movements with their running balance, what is not paid, and what it comes
 * to. The balance is negative where the client is ahead.
 */
export const accountStatementBlocks = (
  ledger: Ledger,
  clientId: string,
  from: Day,
  to: Day,
  language: 'en' | undefined,
): {
  readonly blocks: readonly LetterBlock[];
  /** What the statement asks for: what is due, less what waits to be set against it; the balance where nothing is. */
  readonly payableCents: number;
  readonly owed: readonly OwedInvoice[];
} => {
  const { openingCents, lines, closingCents } = statementOf(ledger, clientId, from, to);
  const owed = owedInvoices(ledger, clientId, to);
  const overdueCents = sumCents(
    owed.filter(({ daysLate }) => daysLate > 0).map(({ owedCents }) => owedCents),
  );
  const wording = letterWording({ language });
  const day = wording.day(to);
  const label =
    language === 'en'
      ? closingCents >= 0
        ? `Account balance on ${day}`
        : `Balance in your favour on ${day}`
      : closingCents >= 0
        ? `Solde du compte au ${day}`
        : `Solde en votre faveur au ${day}`;
  const deductedCents = sumCents(owed.map(({ owedCents }) => owedCents)) - closingCents;
  const dueCents = overdueCents - Math.max(0, deductedCents);
  const payableCents = Math.max(0, overdueCents > 0 ? Math.min(closingCents, dueCents) : closingCents);
  const isEnglish = language === 'en';
  /** One amount is told once: where all of the account is due, the balance says what is to be paid. */
  const paysWhatIsOverdue = payableCents === overdueCents && payableCents !== closingCents;
  const notes =
    closingCents < 0
      ? []
      : [
          ...(overdueCents === 0
            ? []
            : [
                isEnglish
                  ? `${paysWhatIsOverdue ? 'overdue, to pay today' : 'of which overdue'}: ${wording.amount(overdueCents)}`
                  : `${paysWhatIsOverdue ? 'dont échu, à régler à ce jour' : 'dont échu'}\u00A0: ${wording.amount(overdueCents)}`,
              ]),
          // The invoices below come to more than the balance while a credit note or a payment waits.
          ...(deductedCents <= 0
            ? []
            : [
                isEnglish
                  ? `after ${wording.amount(deductedCents)} of credit notes and payments not set against an invoice`
                  : `après ${wording.amount(deductedCents)} d’avoirs et de règlements non affectés`,
              ]),
          ...(payableCents <= 0 || payableCents === closingCents || paysWhatIsOverdue
            ? []
            : [
                isEnglish
                  ? `to pay today: ${wording.amount(payableCents)}`
                  : `à régler à ce jour\u00A0: ${wording.amount(payableCents)}`,
              ]),
        ];
  const blocks: LetterBlock[] = [
    { kind: 'movements', from, to, openingCents, lines: [...lines], closingCents },
    ...(owed.length === 0
      ? []
      : [
          {
            kind: 'invoices' as const,
            title: language === 'en' ? 'Invoices still to be paid' : 'Factures restant à régler',
            rows: owed.map(({ invoice, owedCents, daysLate }) => ({
              number: invoice.number,
              issuedOn: invoice.issuedOn,
              ...(invoice.dueOn === undefined ? {} : { dueOn: invoice.dueOn }),
              totalCents: invoice.totalCents,
              owedCents,
              daysLate,
            })),
          },
        ]),
    {
      kind: 'total',
      label,
      cents: Math.abs(closingCents),
      ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
    },
  ];
  return { blocks, payableCents, owed };
};

/** « Relevé de compte »: text round the figures. */
export const accountStatementProposal = (
  ledger: Ledger,
  { clientId, language }: LetterWish,
  today: Day,
): LetterProposal => {
  const invoiceIds = owedInvoices(ledger, clientId, today).map(({ invoice }) => invoice.id);
  const owes = invoiceIds.length > 0;
  if (language === 'en')
    return {
      subject: 'STATEMENT OF ACCOUNT',
      body: bodyOf([
        englishSalutation,
        'Please find below the statement of your account in our books, with the invoices that are still to be paid.',
        figuresMarker,
        owes
          ? 'Please arrange payment of what is overdue. If a payment has been made in the meantime, please disregard the corresponding entry.'
          : '',
        'If your own records differ from ours, please let us know.',
        englishClosing,
      ]),
      invoiceIds,
      enclosures: [],
      registered: false,
    };
  return {
    subject: 'RELEVÉ DE COMPTE',
    body: bodyOf([
      salutation,
      `Vous trouverez ci-dessous le relevé de votre compte dans nos livres${owes ? ', puis les factures qui restent à régler' : ''}.`,
      figuresMarker,
      owes
        ? 'Nous vous remercions de bien vouloir régler ce qui est échu. Si un règlement est parti entre-temps, veuillez ne pas tenir compte de la ligne correspondante.'
        : '',
      'Si vos écritures diffèrent des nôtres, merci de nous le faire savoir.',
      politeClosing,
    ]),
    invoiceIds,
    enclosures: [],
    registered: false,
  };
};

import type { Day } from '../../dates/day.ts';
import { internationalPhone } from '../../identifiers/printed-phone.ts';
import type { LetterBlock } from '../../ipc/letter-block.ts';
import type { LetterModel } from '../../ipc/letter-contract.ts';
import type { Client } from '../../ledger/client.ts';
import type { ClientLetter } from '../../ledger/client-letter.ts';
import { settingsOf } from '../../ledger/default-settings.ts';
import { shownNumber } from '../../ledger/dispatch.ts';
import type { Invoice } from '../../ledger/invoice.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openInstalments } from '../../ledger/plan-schedule.ts';
import { zeroCents } from '../../money/cents.ts';
import { fail, ok, type Result } from '../../result.ts';
import { senderOf } from '../company-lines.ts';
import { recipientLines } from '../letter-model.ts';
import { letterText } from '../letter-text.ts';
import { letterWording } from '../letter-wording.ts';
import { paymentDetails } from '../payment-reference.ts';
import { accountStatementBlocks, firstMovementOn, owedInvoices } from './account-statement.ts';
import { discountBlocks } from './discount-letter.ts';
import { forfeitureBlocks, forfeitureDemand } from './forfeiture-notice.ts';
import type { LetterWishFailure } from './letter-wish.ts';
import { collectorLines, collectorSignature, mandateBlocks } from './mandate-letter.ts';
import { debtorSignature, paymentPlanBlocks } from './payment-plan-letter.ts';
import { thanksBlocks } from './thanks-letter.ts';

/** The parts of a letter that its kind decides. */
interface Contents {
  readonly blocks: readonly LetterBlock[];
  /** What the payment block asks for; undefined = the letter asks for nothing. */
  readonly payableCents?: number;
  readonly invoices?: readonly Invoice[];
  readonly recipient?: readonly string[];
  readonly countersignature?: LetterModel['countersignature'];
}

type Composed = Result<Contents, LetterWishFailure>;

const invoicesOf = (ledger: Ledger, ids: readonly string[]): readonly Invoice[] =>
  ids.flatMap((id) => ledger.invoices.get(id) ?? []);

const statementContents = (ledger: Ledger, letter: ClientLetter, writtenOn: Day): Contents => {
  const from = letter.statementFrom ?? firstMovementOn(ledger, letter.clientId, writtenOn) ?? writtenOn;
  const { blocks, payableCents, owed } = accountStatementBlocks(
    ledger,
    letter.clientId,
    from,
    writtenOn,
    letter.language,
  );
  return payableCents > 0
    ? { blocks, payableCents, invoices: owed.map(({ invoice }) => invoice) }
    : { blocks };
};

const planContents = (ledger: Ledger, letter: ClientLetter, client: Client): Composed => {
  const plan = ledger.plans.get(letter.planId ?? '');
  if (plan === undefined)
    return fail({
      kind: 'no-plan',
      message: 'L’échéancier de cette lettre n’existe plus\u00A0: retirez-la.',
    });
  const next = openInstalments(ledger, plan)[0];
  return ok({
    blocks: paymentPlanBlocks(ledger, plan),
    payableCents: next?.leftCents ?? 0,
    invoices: invoicesOf(ledger, plan.invoiceIds),
    countersignature: debtorSignature(ledger, client, plan, letter.handwritten === true),
  });
};

const thanksContents = (ledger: Ledger, letter: ClientLetter): Composed => {
  const payment = ledger.payments.get(letter.paymentId ?? '');
  return payment === undefined || payment.reversedAt !== undefined
    ? fail({ kind: 'no-payment', message: 'Ce règlement a été annulé depuis\u00A0: retirez la lettre.' })
    : ok({ blocks: thanksBlocks(ledger, payment, letter.language) });
};

const mandateContents = (ledger: Ledger, letter: ClientLetter): Composed => {
  const handover = ledger.handovers.get(letter.handoverId ?? '');
  if (handover === undefined)
    return fail({ kind: 'no-handover', message: 'Ce dossier n’est plus confié\u00A0: retirez la lettre.' });
  const recipient = collectorLines(handover);
  if (recipient === undefined)
    return fail({
      kind: 'no-address',
      message: `L’adresse postale de ${handover.collector.name} manque\u00A0: complétez-la là où vous lui avez confié le dossier.`,
    });
  return ok({
    blocks: mandateBlocks(ledger, handover),
    recipient,
    countersignature: collectorSignature(handover),
  });
};

/** A free letter lists the invoices that the user chose, with what is owed on them. */
const freeContents = (ledger: Ledger, letter: ClientLetter, writtenOn: Day): Contents => {
  const wanted = new Set(letter.invoiceIds);
  const owed = owedInvoices(ledger, letter.clientId, writtenOn).filter(({ invoice }) =>
    wanted.has(invoice.id),
  );
  const payableCents = owed.reduce((sum, { owedCents }) => sum + owedCents, 0);
  if (owed.length === 0) return { blocks: [] };
  return {
    payableCents,
    invoices: owed.map(({ invoice }) => invoice),
    blocks: [
      {
        kind: 'invoices',
        title: '',
        rows: owed.map(({ invoice, owedCents, daysLate }) => ({
          number: invoice.number,
          issuedOn: invoice.issuedOn,
          ...(invoice.dueOn === undefined ? {} : { dueOn: invoice.dueOn }),
          totalCents: invoice.totalCents,
          owedCents,
          daysLate,
        })),
      },
      { kind: 'total', label: letterWording(letter).toPay, cents: payableCents },
    ],
  };
};

const contentsOf = (ledger: Ledger, letter: ClientLetter, client: Client, writtenOn: Day): Composed => {
  switch (letter.kind) {
    case 'account-statement':
      return ok(statementContents(ledger, letter, writtenOn));
    case 'payment-plan':
      return planContents(ledger, letter, client);
    case 'discount-offer': {
      const { blocks, payableCents } = discountBlocks(
        ledger,
        client,
        letter.invoiceIds,
        writtenOn,
        letter.language,
      );
      return payableCents > 0
        ? ok({ blocks, payableCents, invoices: invoicesOf(ledger, letter.invoiceIds) })
        : fail({
            kind: 'no-discount',
            message:
              'Aucune de ces factures ne peut plus donner droit à l’escompte\u00A0: retirez la lettre.',
          });
    }
    case 'thanks':
      return thanksContents(ledger, letter);
    case 'mandate':
      return mandateContents(ledger, letter);
    case 'forfeiture-notice': {
      const demand = forfeitureDemand(ledger, letter, writtenOn);
      return demand.ok
        ? ok({
            blocks: forfeitureBlocks(demand.value),
            payableCents: demand.value.missedCents,
            invoices: invoicesOf(ledger, demand.value.plan.invoiceIds),
          })
        : demand;
    }
    case 'free':
      return ok(freeContents(ledger, letter, writtenOn));
  }
};

const noTotals: LetterModel['totals'] = {
  principalCents: 0,
  interestCents: 0,
  indemnityCents: 0,
  creditsCents: 0,
  totalCents: 0,
  dailyInterestCents: 0,
};

/**
 * A letter beside the reminders as it would be printed on a day: the text as the user left it, the figures from the
 * ledger of that day.
 * @param duplicate printed once already: « DUPLICATA ».
 * @returns the model, or a failure in French that says what to do.
 */
export const clientLetterModel = (
  ledger: Ledger,
  letter: ClientLetter,
  writtenOn: Day,
  duplicate = false,
): Result<LetterModel, LetterWishFailure> => {
  const client = ledger.clients.get(letter.clientId);
  if (client === undefined) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const contents = contentsOf(ledger, letter, client, writtenOn);
  if (!contents.ok) return contents;
  const { blocks, payableCents = 0, invoices = [], recipient, countersignature } = contents.value;
  const lines = recipient ?? recipientLines(client, undefined, letterWording(letter));
  if (lines === undefined)
    return fail({
      kind: 'no-address',
      message: `L’adresse postale de ${client.name} est incomplète\u00A0: complétez sa fiche.`,
    });
  const company = settingsOf(ledger, 'company');
  const text = letterText(letter.body);
  const number = letter.state.kind === 'posted' ? shownNumber(letter.state) : '';
  return ok({
    reminderId: letter.id,
    kind: 'correspondence',
    registered: letter.registered,
    ...(number === '' ? {} : { trackingNumber: number }),
    duplicate,
    ...(letter.language === undefined ? {} : { language: letter.language }),
    writtenOn,
    sender: {
      ...senderOf(company),
      ...(letter.language === 'en' ? { phone: internationalPhone(company.phone) } : {}),
    },
    recipient: { lines: [...lines] },
    subject: letter.subject,
    paragraphsBefore: [...text.before],
    paragraphsAfter: [...text.after],
    table: [],
    ...(blocks.length === 0 ? {} : { blocks: [...blocks] }),
    ...(countersignature === undefined ? {} : { countersignature }),
    totals: { ...noTotals, principalCents: zeroCents },
    showsPenalties: false,
    annex: [],
    payment: paymentDetails(company, invoices, client, payableCents),
    ...(payableCents > 0 ? {} : { withoutPayment: true as const }),
    enclosures: [...(letter.enclosures ?? [])],
    legalReferences: '',
  });
};

import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { figuresMarker } from '../letters/letter-text.ts';
import { sumCents, zeroCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { forfeitureNoticeSentOn } from './forfeiture-standing.ts';
import { missedInstalments } from './plan-progress.ts';

/** A letter's object and its paragraphs, apart by blank lines. */
export interface ForfeitureLetter {
  readonly subject: string;
  readonly body: string;
}

const closing = 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.';

/** « les factures n° F-1 et F-2 ». */
const invoicesOf = (ledger: Ledger, { invoiceIds }: PaymentPlan): string => {
  const numbers = invoiceIds.flatMap((id) => ledger.invoices.get(id)?.number ?? []);
  const last = numbers.at(-1) ?? '';
  return numbers.length > 1
    ? `des factures n°\u00A0${numbers.slice(0, -1).join(', ')} et ${last}`
    : `de la facture n°\u00A0${last}`;
};

const owedOf = (ledger: Ledger, { invoiceIds }: PaymentPlan): string => {
  const { remainingByInvoice } = currentBalances(ledger);
  return formatAmount(sumCents(invoiceIds.map((id) => remainingByInvoice.get(id) ?? zeroCents)));
};

const signatureOf = (ledger: Ledger): string => {
  const { name, signatoryName } = settingsOf(ledger, 'company');
  return [signatoryName, name].filter((line) => line.trim() !== '').join('\n');
};

/** Where the text goes: on the company's paper, which sets figures and signature itself, or into a program of the user's. */
export type ForfeiturePaper = 'letterhead' | 'own-program';

const letter = (subject: string, paragraphs: readonly string[]): ForfeitureLetter => ({
  subject,
  body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
});

/**
 * Proposal of the formal notice before the « déchéance du terme »: it names what was missed, grants a time,
 * and says that everything becomes due without it. French; to be sent by registered letter.
 * @param deadlineOn last day granted.
 * @param options `grantedDays`: they run from the receipt, and the text says so; 1 or more.
 */
export const forfeitureNoticeLetter = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  deadlineOn: Day,
  {
    paper = 'own-program',
    grantedDays,
  }: { readonly paper?: ForfeiturePaper; readonly grantedDays?: number } = {},
): ForfeitureLetter => {
  const { calendar } = settingsOf(ledger, 'reminders');
  const missed = missedInstalments(ledger, plan, today, calendar);
  const total = formatAmount(sumCents(missed.map(({ leftCents }) => leftCents)));
  const list = missed.map(
    ({ dueOn, leftCents }) => `–\u00A0échéance du ${formatLongDay(dueOn)}\u00A0: ${formatAmount(leftCents)}`,
  );
  const within =
    grantedDays === undefined
      ? ''
      : `dans un délai de ${grantedDays}\u00A0${grantedDays > 1 ? 'jours' : 'jour'} à compter de la réception de cette lettre, soit `;
  return letter('MISE EN DEMEURE AVANT DÉCHÉANCE DU TERME', [
    'Madame, Monsieur,',
    `Par l’échéancier convenu le ${formatLongDay(plan.agreedOn)}, vous vous êtes engagés à régler le solde ${invoicesOf(ledger, plan)}. Sauf erreur de notre part, ${missed.length > 1 ? 'les échéances suivantes ne nous sont pas parvenues' : 'l’échéance suivante ne nous est pas parvenue'}\u00A0:`,
    paper === 'letterhead' ? figuresMarker : list.join('\n'),
    `Par la présente, nous vous mettons en demeure de nous régler la somme de ${total} ${within}au plus tard le ${formatLongDay(deadlineOn)}.`,
    `À défaut de règlement à cette date, et conformément à la clause de déchéance du terme de notre accord, la totalité du solde, soit ${owedOf(ledger, plan)} à ce jour, deviendra exigible immédiatement.`,
    'Si une difficulté retarde ce règlement, prenez contact avec nous sans attendre. Si votre règlement nous est parvenu entre-temps, veuillez ne pas tenir compte de cette lettre.',
    closing,
    paper === 'letterhead' ? '' : signatureOf(ledger),
  ]);
};

/** Proposal of the letter that pronounces it once the notice went unanswered. French. */
export const forfeitureLetter = (
  ledger: Ledger,
  plan: PaymentPlan,
  paper: ForfeiturePaper = 'own-program',
): ForfeitureLetter =>
  letter('DÉCHÉANCE DU TERME', [
    'Madame, Monsieur,',
    `Notre mise en demeure du ${formatLongDay(forfeitureNoticeSentOn(ledger, plan) ?? plan.agreedOn)} est restée sans effet. En application de la clause de déchéance du terme de l’échéancier convenu le ${formatLongDay(plan.agreedOn)}, celui-ci prend fin et la totalité du solde ${invoicesOf(ledger, plan)}, soit ${owedOf(ledger, plan)}, est exigible immédiatement.`,
    'Nous vous demandons de nous régler cette somme dès réception de cette lettre. Si votre règlement nous est parvenu entre-temps, veuillez ne pas en tenir compte.',
    closing,
    paper === 'letterhead' ? '' : signatureOf(ledger),
  ]);

import type { BlockKind } from '../reminders/block.ts';
import { type Objection, objectionText } from '../reminders/objection.ts';
import type { LetterFailure } from './letter-failure.ts';
import type { MissingElement } from './mandatory-content.ts';

/** Where something missing from a letter is put right. */
export type RepairPlace = 'company' | 'client' | 'templates' | 'scenario' | 'legal-rates' | 'none';

/** Something that keeps a letter from being printed, or that it would be better with. French. */
export interface LetterProblem {
  readonly message: string;
  readonly repair: RepairPlace;
}

/** True for an element without which the letter must not be printed. */
export const isMandatory = ({ need }: MissingElement): boolean => need === 'mandatory';

/** A missing element with the place where it is put right. */
export const problemOfElement = ({ message, repair }: MissingElement): LetterProblem => ({ message, repair });

/** Why a letter cannot even be computed. */
export interface LetterImpediment {
  readonly kind: LetterFailure['kind'] | 'no-client';
  readonly message: string;
}

const failurePlaces: Readonly<Record<LetterImpediment['kind'], RepairPlace>> = {
  'no-due-date': 'client',
  'foreign-currency': 'client',
  'inconsistent-balance': 'client',
  'missing-parameter': 'legal-rates',
  'invalid-rate': 'client',
  'invalid-day': 'client',
  'invalid-amount': 'client',
  'no-address': 'client',
  'no-lines': 'none',
  'no-client': 'none',
};

/** Why no letter can be written, with the place where it is put right. */
export const problemOfFailure = (failure: LetterImpediment): LetterProblem => ({
  message: failure.message,
  repair: failurePlaces[failure.kind],
});

const withdraw = 'Retirez ce courrier';

/** What to do about a letter to somebody who must not be written to. */
const blockRemedies: Readonly<Record<BlockKind, string>> = {
  settled: `${withdraw}.`,
  'no-due-date': `${withdraw}, puis donnez une échéance à la facture.`,
  'credit-note': `${withdraw}.`,
  cancelled: `${withdraw}.`,
  dispute: `${withdraw}, ou clôturez le litige sur la fiche du client s’il est réglé.`,
  promise: `${withdraw}\u00A0: la relance sera proposée de nouveau si la promesse n’est pas tenue.`,
  plan: `${withdraw}\u00A0: la relance sera proposée de nouveau si l’échéancier n’est plus respecté.`,
  pause: `${withdraw}, ou mettez fin à la pause sur la fiche du client.`,
  insolvency: `${withdraw}, puis déclarez la créance.`,
  excluded: `${withdraw}, ou levez l’exclusion sur la fiche du client.`,
  'direct-debit': `${withdraw}, ou indiquez sur la fiche du client qu’il ne paie plus par prélèvement.`,
  factored: `${withdraw}\u00A0: le client doit payer le factor.`,
  'payment-ordered': `${withdraw}, ou retirez le mandatement de la facture.`,
  'not-delivered': `${withdraw}, puis réémettez la facture et notez son nouveau statut.`,
  'documents-asked': `${withdraw}, puis fournissez les pièces demandées et notez le nouveau statut de la facture.`,
  'handed-over': `${withdraw}\u00A0: le dossier est confié à un tiers.`,
  'in-court': `${withdraw}\u00A0: l’affaire est devant le tribunal.`,
  'covered-by-credit': `${withdraw}, puis affectez cette somme sur la fiche du client.`,
  'receipt-to-match': `${withdraw}, ou rapprochez d’abord l’encaissement qui attend.`,
  'in-progress': `${withdraw}.`,
  'minimum-gap': `${withdraw}.`,
  'granted-days': `${withdraw}.`,
  undelivered: `${withdraw}.`,
  lenient: `${withdraw}, ou mettez fin au mode indulgent sur la fiche du client.`,
  'monthly-cap': `${withdraw}.`,
  decision: `${withdraw}.`,
};

const blockPlaces: Readonly<Partial<Record<BlockKind, RepairPlace>>> = {
  settled: 'none',
  'credit-note': 'none',
  cancelled: 'none',
  'in-progress': 'none',
  'minimum-gap': 'none',
  'granted-days': 'none',
  'monthly-cap': 'none',
  decision: 'none',
};

const approveAgain = `${withdraw} et approuvez-le de nouveau\u00A0: il réclamera ce qui est dû.`;

const remedyOf = ({ kind, block }: Objection): string => {
  if (block !== undefined) return blockRemedies[block];
  return kind === 'amount-changed' || kind === 'invoice-gone' ? approveAgain : `${withdraw}.`;
};

/** Blocks that hold for the client, so that the number of an invoice adds nothing. */
const ofClient: ReadonlySet<BlockKind> = new Set<BlockKind>(['insolvency', 'excluded', 'direct-debit']);

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** « Factures F-1, F-2 : … »: the same reason of several invoices is told once. */
const textOf = (same: readonly Objection[], first: Objection): string => {
  if (first.block !== undefined && ofClient.has(first.block)) return sentence(first.text);
  const numbers = same.flatMap(({ invoiceNumber }) => invoiceNumber ?? []);
  return sentence(
    numbers.length > 1 ? `Factures ${numbers.join(', ')}\u00A0: ${first.text}` : objectionText(first),
  );
};

const problemOf = (same: readonly Objection[]): readonly LetterProblem[] => {
  const [first] = same;
  if (first === undefined) return [];
  const { block } = first;
  return [
    {
      message: `${textOf(same, first)} ${remedyOf(first)}`,
      repair: block === undefined ? 'none' : (blockPlaces[block] ?? 'client'),
    },
  ];
};

/** Why an approved letter no longer stands, what to do, and where; each reason once. */
export const problemsOfObjections = (objections: readonly Objection[]): readonly LetterProblem[] => {
  const byReason = new Map<string, Objection[]>();
  for (const objection of objections) {
    const reason = `${objection.kind} ${objection.text}`;
    const same = byReason.get(reason);
    if (same) same.push(objection);
    else byReason.set(reason, [objection]);
  }
  return [...byReason.values()].flatMap(problemOf);
};

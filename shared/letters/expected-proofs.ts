import type { Dispatch, DispatchMode } from '../ledger/dispatch.ts';
import type { LetterDocument, ProofRole } from '../ledger/letter-document.ts';
import { unreachable } from '../result.ts';
import { modeOf } from './dispatch-mode.ts';
import { dispatchOf, type PaperLetter, proofsOf } from './paper-letter.ts';
import { proofRoleNames } from './proof-role.ts';

/** A proof that a letter should have by now. */
export interface ExpectedProof {
  readonly role: ProofRole;
  /** Any of these roles will do. */
  readonly accepted: readonly ProofRole[];
  /** What a list calls it: « Avis de réception signé ». */
  readonly title: string;
  /** With its article, within a sentence: « l’avis de réception signé ». */
  readonly named: string;
}

const deposit: ExpectedProof = {
  role: 'deposit',
  title: proofRoleNames.deposit,
  // A letter that the operator prints himself is proven by him (law-and-formats.md 2.3).
  accepted: ['deposit', 'deposit-and-receipt', 'provider-proof'],
  named: 'la preuve de dépôt',
};
const receipt: ExpectedProof = {
  role: 'receipt',
  title: proofRoleNames.receipt,
  accepted: ['receipt', 'deposit-and-receipt'],
  named: 'l’avis de réception signé',
};
const returned: ExpectedProof = {
  role: 'returned',
  title: proofRoleNames.returned,
  accepted: ['returned'],
  named: 'la photo de l’enveloppe revenue',
};
const trackingPage: ExpectedProof = {
  role: 'tracking-page',
  title: proofRoleNames['tracking-page'],
  accepted: ['tracking-page', 'returned'],
  named: 'la page de suivi',
};
const providerProof: ExpectedProof = {
  role: 'provider-proof',
  title: proofRoleNames['provider-proof'],
  accepted: ['provider-proof'],
  named: 'la preuve du prestataire',
};
const discharge: ExpectedProof = {
  role: 'discharge',
  title: proofRoleNames.discharge,
  accepted: ['discharge'],
  named: 'l’exemplaire daté et signé',
};
const refusalByHand: ExpectedProof = {
  role: 'other',
  title: 'Preuve du refus',
  accepted: ['other', 'discharge', 'bailiff-act'],
  named: 'ce qui prouve le refus',
};
const bailiffAct: ExpectedProof = {
  role: 'bailiff-act',
  title: proofRoleNames['bailiff-act'],
  accepted: ['bailiff-act'],
  named: 'l’acte signifié',
};

/**
 * The proofs that a letter should have by now, in the order in which they come; what nobody can have yet is not
 * asked for. By way and outcome (law-and-formats.md 2.3; [CHOICE] where it is silent):
 * - registered: the deposit; then the signed receipt, or the envelope that came back; nothing more of one lost;
 * - electronic registered: the deposit (R53-2), then acceptance, refusal or non-claim (R53-3);
 * - tracked: the tracking page once it arrived, or the envelope that came back;
 * - by hand: the signed copy, or what shows the refusal;
 * - commissaire de justice: the act, once signified;
 * - plain: the envelope, where it came back.
 */
export const expectedProofs = (
  mode: DispatchMode,
  { outcome, presentedOn }: Pick<Dispatch, 'outcome' | 'presentedOn'>,
): readonly ExpectedProof[] => {
  const kind = outcome?.kind;
  const cameBack = kind !== undefined && kind !== 'delivered' && kind !== 'lost';
  switch (mode) {
    case 'registered':
      return [deposit, ...(kind === 'delivered' ? [receipt] : cameBack ? [returned] : [])];
    case 'electronic-registered':
      return [
        { ...deposit, accepted: ['deposit'] },
        ...(kind === undefined || kind === 'lost' ? [] : [providerProof]),
      ];
    case 'tracked':
      return kind === undefined ? [] : [trackingPage];
    case 'hand-delivered':
      return kind === 'delivered' ? [discharge] : kind === undefined ? [] : [refusalByHand];
    case 'bailiff':
      return kind === undefined && presentedOn === undefined ? [] : [bailiffAct];
    case 'plain':
      return cameBack ? [returned] : [];
    default:
      return unreachable(mode);
  }
};

/**
 * The same for a file that goes to court, where nothing more is awaited: of a letter whose end nobody noted, what
 * would prove that end is missing too ([CHOICE]).
 */
export const expectedInFile = (
  mode: DispatchMode,
  dispatch: Pick<Dispatch, 'outcome' | 'presentedOn' | 'depositedOn'>,
): readonly ExpectedProof[] => {
  if (dispatch.outcome !== undefined) return expectedProofs(mode, dispatch);
  const received = expectedProofs(mode, { outcome: { kind: 'delivered', on: dispatch.depositedOn } });
  return received.map((expected) =>
    expected.role === 'receipt'
      ? {
          ...expected,
          accepted: [...expected.accepted, 'returned'],
          title: 'Avis de réception signé ou pli retourné',
        }
      : expected,
  );
};

/** Those of `expected` that none of the joined proofs is, by the roles these have. */
export const missingProofs = (
  expected: readonly ExpectedProof[],
  proofs: readonly Pick<LetterDocument, 'role'>[],
): readonly ExpectedProof[] =>
  expected.filter(
    ({ accepted }) => !proofs.some(({ role }) => role !== undefined && accepted.includes(role)),
  );

/** What is joined to a letter beside itself, and what is not. */
export interface ProofState {
  readonly proofs: readonly LetterDocument[];
  readonly missing: readonly ExpectedProof[];
  /** Proofs without a role, one of which may be what is missing: [CHOICE] nothing is then called absent. */
  readonly unnamed: readonly LetterDocument[];
}

/** The proofs of a letter that went out, held against those that it should have by now. */
export const proofStateOf = (letter: PaperLetter, dispatch: Dispatch): ProofState => {
  const proofs = proofsOf(letter);
  return {
    proofs,
    missing: missingProofs(expectedProofs(modeOf(letter, dispatch), dispatch), proofs),
    unnamed: proofs.filter(({ role }) => role === undefined),
  };
};

/**
 * What a document most probably is that is joined to a letter now ([CHOICE]; the user may say otherwise). Before the
 * letter is posted, or noted so: the deposit. Once it came to its end, what proves the end, then what is missing
 * before it. While nothing is known of it, what comes next; beyond that the tracking page of a letter that has one.
 */
export const proposedRole = (letter: PaperLetter): ProofRole => {
  const dispatch = dispatchOf(letter);
  const proofs = proofsOf(letter);
  const has = (role: ProofRole): boolean => proofs.some((proof) => proof.role === role);
  if (dispatch === undefined) return has('deposit') ? 'other' : 'deposit';
  const mode = modeOf(letter, dispatch);
  const { outcome } = dispatch;
  const missing = (at: Pick<Dispatch, 'outcome' | 'presentedOn'>): readonly ExpectedProof[] =>
    missingProofs(expectedProofs(mode, at), proofs);
  const next =
    outcome === undefined
      ? missing({ ...dispatch, outcome: { kind: 'delivered', on: dispatch.depositedOn } }).at(0)
      : missing(dispatch).at(-1);
  if (next !== undefined) return next.role;
  const isTracked = mode === 'registered' || mode === 'tracked';
  return isTracked && !has('tracking-page') ? 'tracking-page' : 'other';
};

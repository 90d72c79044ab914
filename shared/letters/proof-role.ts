import type { Day } from '../dates/day.ts';
import type { Dispatch, DispatchOutcomeKind } from '../ledger/dispatch.ts';
import type { LetterDocument, ProofRole } from '../ledger/letter-document.ts';
import { unreachable } from '../result.ts';

/** The roles that a user chooses among, in the order in which they come. */
export const proofRoles = [
  'deposit',
  'receipt',
  'deposit-and-receipt',
  'returned',
  'tracking-page',
  'provider-proof',
  'discharge',
  'bailiff-act',
  'other',
] as const satisfies readonly ProofRole[];

/** Proofs in the order in which they come about, those without a role last. */
export const byRole = (proofs: readonly LetterDocument[]): readonly LetterDocument[] => {
  const place = ({ role }: LetterDocument): number =>
    role === undefined ? proofRoles.length : proofRoles.indexOf(role);
  return [...proofs].sort((a, b) => place(a) - place(b));
};

/** French, as a title. */
export const proofRoleNames: Readonly<Record<ProofRole, string>> = {
  deposit: 'Preuve de dépôt',
  receipt: 'Avis de réception signé',
  'deposit-and-receipt': 'Preuve de dépôt et avis de réception',
  returned: 'Pli retourné',
  'tracking-page': 'Page de suivi',
  'provider-proof': 'Preuve du prestataire',
  discharge: 'Décharge signée',
  'bailiff-act': 'Acte du commissaire de justice',
  other: 'Autre pièce',
};

const returnedBecause: Readonly<Partial<Record<DispatchOutcomeKind, string>>> = {
  refused: 'refusé',
  unclaimed: 'avisé et non réclamé',
  'unknown-address': 'destinataire inconnu à l’adresse',
  'no-access': 'défaut d’accès ou d’adressage',
};

/** Name of a proof of a letter: « Pli retourné, refusé »; « Preuve » where it has no role. */
export const proofName = (
  role: ProofRole | undefined,
  outcome: Pick<NonNullable<Dispatch['outcome']>, 'kind'> | undefined,
): string => {
  if (role === undefined) return 'Preuve';
  const because = role === 'returned' && outcome !== undefined ? returnedBecause[outcome.kind] : undefined;
  return because === undefined ? proofRoleNames[role] : `${proofRoleNames[role]}, ${because}`;
};

/** The same within a sentence: « preuve de dépôt ». */
export const proofNameWithin = (...proof: Parameters<typeof proofName>): string => {
  const name = proofName(...proof);
  return `${name.charAt(0).toLocaleLowerCase('fr')}${name.slice(1)}`;
};

/**
 * Day of what a proof tells, where its role and the dates of the letter say it: a deposit slip bears the day of
 * the deposit, a receipt that of the delivery. Undefined where nobody knows.
 */
export const provenOn = (
  { role }: Pick<LetterDocument, 'role'>,
  { depositedOn, presentedOn, outcome }: Pick<Dispatch, 'depositedOn' | 'presentedOn' | 'outcome'>,
): Day | undefined => {
  switch (role) {
    case 'deposit':
      return depositedOn;
    case 'receipt':
    case 'deposit-and-receipt':
    case 'returned':
    case 'provider-proof':
    case 'discharge':
    case 'bailiff-act':
      return outcome?.on ?? presentedOn;
    case 'tracking-page':
    case 'other':
    case undefined:
      return undefined;
    default:
      return unreachable(role);
  }
};

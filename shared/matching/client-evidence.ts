import type { MatchReason, MoneyMovement } from './match-contract.ts';
import type { MatchingIndex } from './matching-index.ts';
import { payerNameKey, writtenPayer } from './payer-name.ts';

/** 3: it is this client; 2: very likely, or one of several of that name; 1: it may be. */
export type IdentityLevel = 1 | 2 | 3;

/** What says that a client is the payer. */
export interface ClientEvidence {
  readonly clientId: string;
  readonly level: IdentityLevel;
  /** How many clients are as likely, this one included. */
  readonly rivals: number;
  readonly reasons: readonly MatchReason[];
}

/** From here a likeness leaves no doubt, unless another client is as near. */
const sureLikeness = 0.84;
const likelyLikeness = 0.62;
/** A client whose likeness weighs this share of the best one's is a rival. */
const rivalShare = 0.86;

/** A group that pays for a few clients is one of them; one that pays for many says nothing. */
const levelAmong = (count: number): IdentityLevel => (count === 1 ? 3 : count <= 4 ? 2 : 1);

/** The longest beginning of a text of name and remittance that is a learnt name. */
const learnedBeginning = (index: MatchingIndex, text: string): string | undefined => {
  const words = text.split(/\s+/).slice(0, 8);
  for (let count = words.length; count > 0; count -= 1) {
    const key = payerNameKey(words.slice(0, count).join(' '));
    if (index.learned.byName.has(key)) return key;
  }
  return undefined;
};

/** Clients that may have sent a movement, by account, learnt name and likeness of names; surest first. */
export const clientEvidence = (index: MatchingIndex, movement: MoneyMovement): readonly ClientEvidence[] => {
  const found = new Map<string, ClientEvidence>();
  const add = (evidence: ClientEvidence): void => {
    const known = found.get(evidence.clientId);
    if (known === undefined) found.set(evidence.clientId, evidence);
    else
      found.set(evidence.clientId, {
        clientId: evidence.clientId,
        level: Math.max(known.level, evidence.level) as IdentityLevel,
        rivals: Math.min(known.rivals, evidence.rivals),
        reasons: [...known.reasons, ...evidence.reasons],
      });
  };
  const iban = movement.counterpartyIban;
  const ofIban = iban === undefined ? [] : (index.learned.byIban.get(iban) ?? []);
  for (const { clientId } of ofIban)
    add({
      clientId,
      level: levelAmong(ofIban.length),
      rivals: ofIban.length,
      reasons: iban === undefined ? [] : [{ kind: 'known-iban', iban }],
    });

  const written = writtenPayer(movement);
  const text = written?.text ?? movement.label;
  const key = written?.isBounded === true ? payerNameKey(text) : learnedBeginning(index, text);
  const ofName = key === undefined ? [] : (index.learned.byName.get(key) ?? []);
  for (const { clientId, confirmations } of ofName)
    add({
      clientId,
      level: levelAmong(ofName.length),
      rivals: ofName.length,
      reasons: [{ kind: 'known-payer-name', written: text, confirmations }],
    });

  let isWhole = written?.isBounded === true;
  let alike = index.names.find(text, isWhole);
  // Somebody else pays and says for whom.
  if (alike.length === 0 && isWhole) {
    isWhole = false;
    alike = index.names.find(movement.label, false).filter(({ likeness }) => likeness > sureLikeness);
  }
  const best = alike[0];
  // A group and a person of that name are not the firm.
  const isOfGroup = /\b(?:GROUPE|HOLDING|FINANCIERE)\b/i.test(text);
  for (const { clientId, likeness, weight, rank } of alike) {
    const rivals = alike.filter((other) => other.rank >= rivalShare * rank).length;
    const isBest = rank >= rivalShare * (best?.rank ?? 0) && rivals === 1;
    // One rare word in a free text is a name; one frequent word is not.
    const isTelling = isWhole || weight >= 3.5;
    const level: IdentityLevel =
      isBest && isTelling && !isOfGroup && likeness >= sureLikeness
        ? 3
        : (isBest && likeness >= likelyLikeness) || (isTelling && likeness >= sureLikeness)
          ? 2
          : 1;
    add({ clientId, level, rivals, reasons: [{ kind: 'client-name', written: text, likeness }] });
  }
  return [...found.values()].sort(
    (a, b) => b.level - a.level || a.rivals - b.rivals || (a.clientId < b.clientId ? -1 : 1),
  );
};

import { type ClientEvidence, clientEvidence } from './client-evidence.ts';
import { type CollectorEvidence, collectorEvidence } from './collector-evidence.ts';
import { plainCapitals, withDigitsForLetters } from './digit-runs.ts';
import type { MoneyMovement, OpenItem } from './match-contract.ts';
import type { MatchingIndex } from './matching-index.ts';
import { completedLists } from './number-lists.ts';
import { type MentionStrength, numbersIn } from './number-mentions.ts';
import { creditorReferencesIn, orderReferencesIn } from './references-in-text.ts';

/** How an invoice is named in a text. */
export interface NamedItem {
  readonly item: OpenItem;
  /** 4: an RF reference; 3 to 1 as of a number; an order reference counts as 3. */
  readonly strength: MentionStrength | 4;
  readonly by: 'reference' | 'number' | 'order';
  readonly written: string;
  /** How many invoices the same letters and digits may mean. */
  readonly meanings: number;
}

/** All that a movement says, whatever is still owed. */
export interface MovementEvidence {
  readonly movement: MoneyMovement;
  readonly clients: readonly ClientEvidence[];
  /** The collector who passes it on. */
  readonly collector: CollectorEvidence | undefined;
  /** Open invoices named in the text, in the order of the text. */
  readonly named: readonly NamedItem[];
  /** Clients whose own RF reference is quoted. */
  readonly quotedClients: readonly string[];
  /** Something is quoted that is built like a number of this ledger and is no open invoice. */
  readonly hasForeignNumber: boolean;
  /** A word of the text that speaks of something else than an invoice. */
  readonly otherPurpose: string | undefined;
  /** Numbers quoted in full, of open invoices or not. */
  readonly quotedNumbers: readonly string[];
}

/** What clients pay beside invoices; « acompte » alone may be the deposit of one. */
const otherPurposes =
  /\b(?:LOYERS?|CAUTION|DEPOT DE GARANTIE|REMBOURSEMENTS?|REMBT|DEVIS|ACOMPTE COMMANDE|COTISATIONS?|DONS?|PRET|SALAIRE|INDEMNITES?|SUBVENTION|AVOIR|TROP PERCU|PARTICIPATION|NOTE DE FRAIS)\b/;

/** Reads a movement: who may have sent it, and which invoices it names. */
export const movementEvidence = (index: MatchingIndex, movement: MoneyMovement): MovementEvidence => {
  const label = plainCapitals(movement.label);
  const own = movement.reference === undefined ? '' : plainCapitals(movement.reference);
  const text = own === '' || label.includes(own) ? label : `${label}\n${own}`;
  const named = new Map<string, NamedItem>();
  const add = (row: NamedItem): void => {
    const known = named.get(row.item.invoiceId);
    if (known === undefined || known.strength < row.strength) named.set(row.item.invoiceId, row);
  };
  const references = creditorReferencesIn(index.itemsByReference, text);
  for (const reference of references) {
    const items = index.itemsByReference.get(reference) ?? [];
    for (const item of items)
      add({ item, strength: 4, by: 'reference', written: reference, meanings: items.length });
  }
  let foreignNumbers: readonly string[] = [];
  let hasUnread = false;
  const mended = withDigitsForLetters(text);
  for (const variant of mended === text ? [text] : [text, mended]) {
    const found = numbersIn(index.numbers, variant);
    // A letter read as a digit may make a number foreign: only the text as it stands tells.
    if (variant === text) foreignNumbers = found.foreignNumbers;
    const { mentions, hasUnreadPart } = completedLists(index.numbers, variant, found.mentions);
    hasUnread ||= hasUnreadPart;
    const meanings = new Map<string, number>();
    for (const { start, end, strength, isOfRange } of mentions) {
      if (isOfRange === true) continue;
      const place = `${start}-${end}-${strength}`;
      meanings.set(place, (meanings.get(place) ?? 0) + 1);
    }
    for (const { numbered, strength, start, end, isOfRange } of mentions)
      add({
        item: numbered.item,
        strength,
        by: 'number',
        written: numbered.item.number,
        meanings: isOfRange === true ? 1 : (meanings.get(`${start}-${end}-${strength}`) ?? 1),
      });
  }
  for (const [order, items] of orderReferencesIn(index.itemsByOrder, text))
    for (const item of items) add({ item, strength: 3, by: 'order', written: order, meanings: items.length });
  return {
    movement,
    clients: clientEvidence(index, movement),
    collector: collectorEvidence(index.collectors, movement),
    named: [...named.values()],
    quotedClients: creditorReferencesIn(index.clientsByReference, text).flatMap(
      (reference) => index.clientsByReference.get(reference) ?? [],
    ),
    hasForeignNumber: references.length === 0 && (foreignNumbers.length > 0 || hasUnread),
    otherPurpose: otherPurposes.exec(text)?.[0],
    quotedNumbers: [
      ...foreignNumbers,
      ...[...named.values()].filter(({ strength }) => strength === 3).map(({ item }) => item.number),
    ],
  };
};

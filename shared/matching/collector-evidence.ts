import type { KnownHandover, KnownPayer, MoneyMovement } from './match-contract.ts';
import { type NameIndex, nameIndex } from './name-index.ts';
import { payerNameKey, writtenPayer } from './payer-name.ts';

/** Collectors by name, beside all clients: a name may be that of either. */
export interface CollectorIndex {
  readonly names: NameIndex;
  /** Open hand-overs of a collector, by the id under which the names know him. */
  readonly handovers: ReadonlyMap<string, readonly KnownHandover[]>;
}

/** What says that a collector sent a movement. */
export interface CollectorEvidence {
  /** 3: it is this collector; 2: very likely. */
  readonly level: 2 | 3;
  readonly written: string;
  readonly handovers: readonly KnownHandover[];
}

const sureLikeness = 0.84;
const likelyLikeness = 0.62;
const rivalShare = 0.86;
/** In a text that does not say where the name ends, one frequent word is no name. */
const tellingWeight = 3.5;

/** The index of a batch; undefined where nothing is with a collector, so that it costs nothing there. */
export const collectorIndex = (
  handovers: readonly KnownHandover[],
  payers: readonly KnownPayer[],
): CollectorIndex | undefined => {
  const byId = new Map<string, KnownHandover[]>();
  for (const handover of handovers.toSorted((a, b) => (a.handoverId < b.handoverId ? -1 : 1))) {
    const id = `collector ${payerNameKey(handover.collectorName)}`;
    const known = byId.get(id);
    if (known) known.push(handover);
    else byId.set(id, [handover]);
  }
  if (byId.size === 0) return undefined;
  const collectors = [...byId].map(([clientId, [first]]) => ({ clientId, name: first?.collectorName ?? '' }));
  return { names: nameIndex([...payers, ...collectors]), handovers: byId };
};

/** The collector who may have sent a movement, by the likeness of names; undefined where none is likely. */
export const collectorEvidence = (
  index: CollectorIndex | undefined,
  movement: MoneyMovement,
): CollectorEvidence | undefined => {
  if (index === undefined || movement.amountCents <= 0) return undefined;
  const payer = writtenPayer(movement);
  const written = payer?.text ?? movement.label;
  const isWhole = payer?.isBounded === true;
  const alike = index.names.find(written, isWhole);
  const found = alike.find(({ clientId }) => index.handovers.has(clientId));
  const best = alike[0];
  if (found === undefined || best === undefined) return undefined;
  const isBest =
    found.rank >= rivalShare * best.rank &&
    alike.filter(({ rank }) => rank >= rivalShare * found.rank).length === 1;
  const isTelling = isWhole || found.weight >= tellingWeight;
  const isLikely = isBest ? found.likeness >= likelyLikeness : isTelling && found.likeness >= sureLikeness;
  if (!isLikely) return undefined;
  const handovers = (index.handovers.get(found.clientId) ?? []).filter(
    ({ handedOverOn }) => handedOverOn <= movement.bookedOn,
  );
  if (handovers.length === 0) return undefined;
  return {
    level: isBest && isTelling && found.likeness >= sureLikeness ? 3 : 2,
    written,
    handovers,
  };
};

import type { AccountState } from './account-state.ts';
import { chequeDepositGuesses } from './cheque-deposits.ts';
import type { ClientEvidence } from './client-evidence.ts';
import { clientGuesses } from './client-guesses.ts';
import { besideCollector, collectorGuesses } from './collector-guesses.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence } from './movement-evidence.ts';
import { recordedGuesses } from './recorded-payments.ts';
import { returnGuesses } from './returned-payments.ts';

/** More clients than that with the same amount: the amount says nothing. */
const mostByAmount = 4;
const mostClients = 6;
const mostVague = 3;

/** Clients worth a look: those whose invoices are named, and those who may be the payer. */
export const clientsInView = (
  index: MatchingIndex,
  evidence: MovementEvidence,
): ReadonlyMap<string, ClientEvidence | undefined> => {
  const found = new Map<string, ClientEvidence | undefined>();
  const evidenceOf = (id: string) => evidence.clients.find(({ clientId }) => clientId === id);
  for (const clientId of evidence.quotedClients)
    found.set(clientId, {
      clientId,
      level: 3,
      rivals: evidence.quotedClients.length,
      reasons: evidenceOf(clientId)?.reasons ?? [],
    });
  const named = evidence.named.filter(({ strength }) => strength >= 2);
  for (const { item } of named)
    if (found.size < 2 * mostClients && !found.has(item.clientId))
      found.set(item.clientId, evidenceOf(item.clientId));
  // Beside likely payers a vague likeness is noise.
  const likely = evidence.clients.filter(({ level }) => level >= 2);
  const worth = likely.length > 0 ? likely.slice(0, mostClients) : evidence.clients.slice(0, mostVague);
  for (const client of worth) if (!found.has(client.clientId)) found.set(client.clientId, client);
  if (found.size === 0) {
    const same = index.itemsByAmount.get(evidence.movement.amountCents) ?? [];
    if (same.length <= mostByAmount) for (const { clientId } of same) found.set(clientId, undefined);
  }
  return found;
};

/** Every way to book a movement that anything speaks for, best first. */
export const movementGuesses = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
  clients: ReadonlyMap<string, ClientEvidence | undefined>,
  feeToleranceCents: number,
): readonly MatchGuess[] => {
  const { movement } = evidence;
  if (movement.amountCents <= 0) return returnGuesses(index, state, evidence);
  const guesses: MatchGuess[] = [
    ...recordedGuesses(index, state, evidence),
    ...chequeDepositGuesses(index, state, movement),
    ...collectorGuesses(index, state, evidence),
  ];
  for (const [clientId, identity] of clients)
    guesses.push(
      ...besideCollector(
        evidence.collector,
        clientGuesses(index, state, evidence, clientId, identity, feeToleranceCents),
      ),
    );
  return guesses.sort(
    (a, b) =>
      Number(b.isSure) - Number(a.isSure) ||
      b.score - a.score ||
      (JSON.stringify(a.target) < JSON.stringify(b.target) ? -1 : 1),
  );
};

import { AccountState } from './account-state.ts';
import { chosenGuess, proposalOf } from './chosen-guess.ts';
import type { MatchingInput, MatchProposal, MoneyMovement } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import { type MatchingIndex, matchingIndex } from './matching-index.ts';
import { byClarity, inOrder, isLooked, type MatchingLine } from './matching-line.ts';
import { movementEvidence } from './movement-evidence.ts';
import { clientsInView, movementGuesses } from './movement-guesses.ts';

/** How far a batch is. */
export interface MatchingProgress {
  readonly done: number;
  readonly total: number;
}

/** Takes off the account what a proposal brings, so that no later line takes it again. */
const settle = (state: AccountState, line: MatchingLine, guess: MatchGuess): void => {
  const { target } = guess;
  switch (target.kind) {
    case 'payment':
      state.take(
        target.clientId,
        target.shares.map(({ invoiceId, cents, concession }) => ({
          invoiceId,
          cents: cents + (concession?.cents ?? 0),
        })),
      );
      if (target.collected !== undefined) state.keep(target.collected.handoverId, target.collected.feeCents);
      if (target.usesOnAccountCents !== undefined) {
        state.spendOnAccount(target.clientId, target.usesOnAccountCents);
        // What the credit covers is no longer owed: the last invoice waits for it only.
        const last = target.shares.at(-1);
        if (last !== undefined)
          state.take(target.clientId, [{ invoiceId: last.invoiceId, cents: target.usesOnAccountCents }]);
      }
      break;
    case 'recorded-payment':
      for (const id of [target.paymentId, ...(target.otherPaymentIds ?? [])]) state.link(target.clientId, id);
      break;
    case 'return':
      state.link(target.clientId, target.paymentId);
      break;
    case 'no-receipt':
      break;
  }
  line.guesses = [];
};

/** A payment that fits the rest of one account may fit once more after another line changed it. */
const mostRounds = 6;
/** Lines weighed between two reports of progress. */
const slice = 20;

const noReceipt = (movement: MoneyMovement): MatchGuess => ({
  target: { kind: 'no-receipt' },
  reasons: [{ kind: 'no-customer-receipt', movement: movement.kind }],
  score: 70,
  isSure: false,
});

/**
 * {@link proposeMatches} in slices: each `next()` works on some lines and yields how far it is; the return
 * value is the proposals. For a worker, or a window that must stay awake.
 */
export function* matchInSlices(
  input: MatchingInput,
): Generator<MatchingProgress, readonly MatchProposal[], undefined> {
  const index: MatchingIndex = matchingIndex(input);
  const state = new AccountState(index);
  const movements = input.movements.toSorted(inOrder);
  const total = movements.length;
  const lines: MatchingLine[] = [];
  const versionOf = ({ clients, usesLinks, evidence }: MatchingLine): number => {
    let version = usesLinks ? state.linkCount : 0;
    for (const clientId of clients.keys()) version += state.versionOf(clientId);
    for (const { clientId } of evidence.collector?.handovers ?? [])
      if (!clients.has(clientId)) version += state.versionOf(clientId);
    return version;
  };
  const weigh = (line: MatchingLine): void => {
    line.guesses = movementGuesses(index, state, line.evidence, line.clients, input.feeToleranceCents);
    line.usesLinks = line.guesses.some(({ target }) => target.kind !== 'payment');
    line.version = versionOf(line);
  };
  for (const [at, movement] of movements.entries()) {
    const evidence = isLooked(movement)
      ? movementEvidence(index, movement)
      : {
          movement,
          clients: [],
          collector: undefined,
          named: [],
          quotedClients: [],
          hasForeignNumber: false,
          otherPurpose: undefined,
          quotedNumbers: [],
        };
    const clients = isLooked(movement) ? clientsInView(index, evidence) : new Map<string, undefined>();
    const line: MatchingLine = {
      evidence,
      clients,
      usesLinks: false,
      version: 0,
      guesses: [],
      proposal: undefined,
    };
    if (isLooked(movement)) weigh(line);
    lines.push(line);
    if (at % slice === slice - 1) yield { done: Math.floor(((at + 1) * 3) / 4), total };
  }

  const propose = (line: MatchingLine, isCertain: boolean): void => {
    const { best, others } = chosenGuess(line.guesses);
    line.proposal = proposalOf(line.evidence.movement.id, best, isCertain, others);
    if (best !== undefined) settle(state, line, best);
  };
  // First what is certain, the surest first: it takes its invoices before anything doubtful may.
  for (let round = 0; round < mostRounds; round += 1) {
    const certain = byClarity(
      lines.filter((line) => line.proposal === undefined && chosenGuess(line.guesses).isCertain),
    );
    let accepted = 0;
    for (const line of certain) {
      if (line.version !== versionOf(line)) weigh(line);
      if (!chosenGuess(line.guesses).isCertain) continue;
      propose(line, true);
      accepted += 1;
      if (accepted % slice === 0) yield { done: Math.floor((total * 3) / 4), total };
    }
    if (accepted === 0) break;
    let changed = 0;
    for (const line of lines)
      if (line.proposal === undefined && line.version !== versionOf(line)) {
        weigh(line);
        changed += 1;
        if (changed % slice === 0) yield { done: Math.floor((total * 3) / 4), total };
      }
  }
  // Then the rest, the likeliest first, each from what the others leave.
  const rest = lines
    .filter((line) => line.proposal === undefined)
    .sort((a, b) => (b.guesses[0]?.score ?? 0) - (a.guesses[0]?.score ?? 0));
  for (const [at, line] of rest.entries()) {
    const { movement } = line.evidence;
    if (isLooked(movement) && line.version !== versionOf(line)) weigh(line);
    const isStrange = movement.kind !== 'receipt' && movement.kind !== 'cheque-deposit';
    if (isStrange && !(movement.kind === 'returned-debit' || movement.kind === 'rejected-transfer'))
      line.guesses = [noReceipt(movement), ...line.guesses].sort((a, b) => b.score - a.score);
    propose(line, false);
    if (at % slice === slice - 1)
      yield { done: Math.floor((total * 3) / 4 + ((at + 1) * total) / rest.length / 4), total };
  }
  const proposals = new Map(lines.map((line) => [line.evidence.movement.id, line.proposal]));
  return input.movements.flatMap(({ id }) => proposals.get(id) ?? []);
}

/**
 * Proposes for each movement what it is: the payment of a client over his invoices, one noted by hand already,
 * one that comes back, or no receipt; with a score, reasons and up to three others. Over the whole batch: no
 * line takes what a better one took. The order of the input plays no part but for that of the result.
 * @param onProgress called every 20 lines or so.
 */
export const proposeMatches = (
  input: MatchingInput,
  onProgress?: (progress: MatchingProgress) => void,
): readonly MatchProposal[] => {
  const work = matchInSlices(input);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
  }
};

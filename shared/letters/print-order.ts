import type { PrintSetup } from '../ipc/print-contract.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { inBatchOrder } from './batch-order.ts';
import { recipientLines } from './letter-model.ts';
import type { LetterReadiness } from './letter-readiness.ts';
import { letterWording } from './letter-wording.ts';
import type { PaperLetter } from './paper-letter.ts';

/**
 * Letters to print, in the order of the batch that is made of them: a list in another order would not be that of
 * the pile. One that cannot be printed yet stands where its client's address would put it.
 * @param readiness by the id of the letter.
 */
export const inPrintOrder = (
  ledger: Ledger,
  letters: readonly PaperLetter[],
  order: PrintSetup['order'],
  readiness: ReadonlyMap<string, LetterReadiness>,
): readonly PaperLetter[] =>
  inBatchOrder(letters, order, ({ row }) => {
    const state = readiness.get(row.id);
    if (state?.kind === 'ready') return [...state.model.recipient.lines];
    const client = ledger.clients.get(row.clientId);
    if (client === undefined) return [''];
    return [...(recipientLines(client, undefined, letterWording({})) ?? [client.name])];
  });

import type { PrintSetup } from '../ipc/print-contract.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { inBatchOrder } from './batch-order.ts';
import type { PaperLetter } from './paper-letter.ts';

const printedAt = ({ row: { state } }: PaperLetter): string =>
  state.kind === 'printed' ? state.printedAt : '';

/**
 * Printed letters as they lie on the pile, so that their numbers are entered from the top: batch after batch,
 * each in the order in which it came out of the printer.
 * @param letters the first printed first.
 */
export const inPileOrder = (
  ledger: Ledger,
  letters: readonly PaperLetter[],
  order: PrintSetup['order'],
): readonly PaperLetter[] => {
  const linesOf = ({ row }: PaperLetter): string[] => {
    const client = ledger.clients.get(row.clientId);
    const { postcode = '', city = '' } = client?.address ?? {};
    return [client?.name ?? '', `${postcode} ${city}`.trim()];
  };
  const batches = new Map<string, PaperLetter[]>();
  for (const letter of letters) {
    const batch = batches.get(printedAt(letter));
    if (batch) batch.push(letter);
    else batches.set(printedAt(letter), [letter]);
  }
  return [...batches.values()].flatMap((batch) => inBatchOrder(batch, order, linesOf));
};

import { type Command, put } from '../../../shared/ledger/decision.ts';
import { ok } from '../../../shared/result.ts';

/** « Rien de nouveau »: the user looked at the bank and found no payment to enter. */
export const confirmNothingReceived: Command<undefined> = (_ledger, _wish, context) =>
  ok({
    command: 'confirm-nothing-received',
    label: 'Banque vérifiée\u00A0: rien de nouveau',
    undo: 'allowed',
    writes: [put('settings', { id: 'bank-check', checkedAt: context.now })],
  });

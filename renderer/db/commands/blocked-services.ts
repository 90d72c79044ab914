import type { Day } from '../../../shared/dates/day.ts';
import { openServiceBlock, serviceBlockName } from '../../../shared/ledger/blocked-services.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { fail, ok } from '../../../shared/result.ts';

/** « Livraisons / SAV bloqués »: nothing more is delivered or repaired for a client until this is lifted. */
export const blockServices: Command<{
  readonly clientId: string;
  readonly deliveries: boolean;
  readonly afterSales: boolean;
  readonly since: Day;
  readonly reason: string;
}> = (ledger, { clientId, deliveries, afterSales, since, reason }, context) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (!deliveries && !afterSales) return fail({ kind: 'nothing', message: 'Choisissez ce qui est bloqué.' });
  if (since > context.today)
    return fail({ kind: 'future', message: 'La date du blocage est dans le futur.' });
  const written = reason.trim().slice(0, 300);
  if (written === '') return fail({ kind: 'no-reason', message: 'Indiquez le motif, pour vos collègues.' });
  return ok({
    command: 'block-services',
    label: `${serviceBlockName({ deliveries, afterSales })} pour ${client.name}`,
    clientId,
    undo: 'allowed',
    writes: [
      put('clients', { ...client, blockedServices: { deliveries, afterSales, since, reason: written } }),
    ],
  });
};

/** Deliveries and repairs go on; the block stays in the history. */
export const restoreServices: Command<{ readonly clientId: string }> = (ledger, { clientId }, context) => {
  const client = ledger.clients.get(clientId);
  const block = client && openServiceBlock(client, context.today);
  if (!client || !block) return fail({ kind: 'no-block', message: 'Rien n’est bloqué pour ce client.' });
  return ok({
    command: 'restore-services',
    label: `Livraisons et SAV repris pour ${client.name}`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', { ...client, blockedServices: { ...block, liftedOn: context.today } })],
  });
};

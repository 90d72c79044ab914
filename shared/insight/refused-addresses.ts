import type { Ledger } from '../ledger/ledger.ts';
import { reminderMoment } from '../ledger/reminder-moment.ts';

/**
 * Clients with an address that a mail server refused for good and that they still have: the last message to
 * it did not leave. Client id → address. Correcting the address ends it, and so does a later message that
 * was accepted.
 */
export const refusedAddresses = (ledger: Ledger): ReadonlyMap<string, string> => {
  const last = new Map<string, { readonly at: string; readonly isRefused: boolean }>();
  for (const { clientId, recipientEmail, state } of ledger.reminders.values()) {
    if (recipientEmail === undefined) continue;
    const isRefused = state.kind === 'rejected' && state.permanent;
    if (!isRefused && state.kind !== 'accepted') continue;
    const key = `${clientId} ${recipientEmail.toLowerCase()}`;
    const at = reminderMoment(state);
    const known = last.get(key);
    if (known === undefined || known.at < at) last.set(key, { at, isRefused });
  }
  const refused = new Map<string, string>();
  if (last.size === 0) return refused;
  for (const { id, contacts } of ledger.clients.values())
    for (const { email } of contacts)
      if (email !== undefined && last.get(`${id} ${email.toLowerCase()}`)?.isRefused && !refused.has(id))
        refused.set(id, email);
  return refused;
};

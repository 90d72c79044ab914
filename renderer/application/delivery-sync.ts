import type { Instant } from '../../shared/dates/clock.ts';
import { instantOf } from '../../shared/dates/clock.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { OutboxDraft, OutboxEntry, RecheckAnswer } from '../../shared/ipc/outbox-contract.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { unknownRecipient } from '../../shared/mail/unknown-recipient.ts';
import { forgottenSend } from '../../shared/reminders/forgotten-send.ts';
import { attachmentsOf } from '../../shared/reminders/message-attachments.ts';
import { messageHtml } from '../../shared/reminders/message-html.ts';
import { recheck } from '../../shared/reminders/recheck.ts';
import { outboxKey, type Reminder } from '../../shared/reminders/reminder.ts';
import { today } from '../bridge/application-clock.ts';
import { type Delivery, isNews, recordDeliveries, withdrawReminders } from '../db/commands/reminders.ts';
import type { OpenLedger } from '../db/open-ledger.ts';

const ownAddressUnknown =
  'Mode test\u00A0: d’après le serveur, votre propre adresse n’existe pas. Vérifiez-la dans Réglages\u00A0› Messagerie.';

/** Within the contract of the channel (shared/ipc/channels.ts), and short enough to keep main answering. */
const draftsTogether = 500;

const draftOf = (ledger: Ledger, reminder: Reminder, sendAfter: Instant): OutboxDraft => ({
  key: outboxKey(reminder),
  to: { name: reminder.recipientName ?? '', address: reminder.recipientEmail ?? '' },
  subject: reminder.subject,
  text: reminder.body,
  html: messageHtml(reminder.body),
  attachments: attachmentsOf(
    reminder.lines.flatMap(({ invoiceId }) => ledger.invoices.get(invoiceId) ?? []),
  ).attached.map(({ hash, name, mediaType }) => ({ hash, name, mediaType })),
  sendAfter,
});

const approvedEmails = (ledger: Ledger): readonly Reminder[] =>
  [...ledger.reminders.values()].filter(({ state }) => state.kind === 'approved');

const draftsOf = (ledger: Ledger): readonly OutboxDraft[] =>
  approvedEmails(ledger).flatMap((reminder) => {
    const { state } = reminder;
    return state.kind === 'approved' ? [draftOf(ledger, reminder, state.sendAfter)] : [];
  });

const byKey = (ledger: Ledger, key: string): Reminder | undefined => {
  const cut = key.lastIndexOf('/');
  const reminder = ledger.reminders.get(key.slice(0, cut));
  return reminder && outboxKey(reminder) === key ? reminder : undefined;
};

/** The outbox entry's final state as the ledger keeps it; undefined while it is still under way. */
const deliveryOf = (entry: OutboxEntry, reminder: Reminder): Delivery | undefined => {
  // A draft that could not become a message has no `.eml`.
  const stored =
    entry.emlHash === ''
      ? {}
      : { document: { hash: entry.emlHash, name: `${reminder.subject}.eml`, mediaType: 'message/rfc822' } };
  const base = { id: reminder.id, attempt: reminder.attempt };
  const { state } = entry;
  // Whatever became of a test, the client got nothing: his step is still to be done.
  if (entry.isTest && (state.kind === 'accepted' || state.kind === 'exported' || state.kind === 'unknown'))
    return {
      ...base,
      ...stored,
      state: {
        kind: 'withdrawn',
        withdrawnAt: instantOf(Date.parse(state.at)),
        reason: 'Mode test\u00A0: envoyé à votre propre adresse, pas au client.',
      },
    };
  switch (state.kind) {
    case 'accepted':
      return {
        ...base,
        ...stored,
        state: {
          kind: 'accepted',
          acceptedAt: instantOf(Date.parse(state.at)),
          serverReply: state.serverReply,
        },
      };
    case 'exported':
      return { ...base, ...stored, state: { kind: 'exported', exportedAt: instantOf(Date.parse(state.at)) } };
    case 'rejected':
      return {
        ...base,
        ...stored,
        state: {
          kind: 'rejected',
          rejectedAt: instantOf(Date.parse(state.at)),
          // In test mode the address that does not exist is the user's own, not the client's.
          explanation:
            entry.isTest && state.explanation === unknownRecipient ? ownAddressUnknown : state.explanation,
          permanent: state.permanent,
        },
      };
    case 'unknown':
      return {
        ...base,
        ...stored,
        state: { kind: 'unknown', since: instantOf(Date.parse(state.at)), explanation: state.explanation },
      };
    case 'recalled':
      return {
        ...base,
        state: { kind: 'withdrawn', withdrawnAt: instantOf(Date.parse(state.at)), reason: state.reason },
      };
    case 'intent':
    case 'attempt':
    case 'retrying':
      return undefined;
  }
};

/** Keeps the ledger and main's outbox of the same mind. */
export interface DeliverySync {
  /**
   * Hands approved e-mails to main; those it already has are left as they are. Those it cannot take are
   * withdrawn, so that they are proposed again.
   */
  readonly submit: () => Promise<void>;
  /** Takes e-mails back; answers how many really were, undefined where main could not (the user is told). */
  readonly recall: (reminders: readonly Reminder[], reason: string) => Promise<number | undefined>;
  /** What main last said of each entry, by key. */
  readonly entries: () => ReadonlyMap<string, OutboxEntry>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly stop: () => void;
}

/**
 * Starts the exchange: folds results into the ledger and acknowledges them, answers « may this still
 * leave? » over live data, and hands over what was approved but never reached main (a crash in between).
 */
export const startDeliverySync = (
  open: OpenLedger,
  bridge: Bridge,
  onProblem: (message: string) => void,
): DeliverySync => {
  let entries = new Map<string, OutboxEntry>();
  const listeners = new Set<() => void>();

  const fold = async (changed: readonly OutboxEntry[]): Promise<void> => {
    const next = new Map(entries);
    for (const entry of changed) next.set(entry.key, entry);
    entries = next;
    for (const listener of listeners) listener();
    const ledger = open.memory.current();
    const deliveries: Delivery[] = [];
    const finished: string[] = [];
    for (const entry of changed) {
      const reminder = byKey(ledger, entry.key);
      const delivery = reminder ? deliveryOf(entry, reminder) : undefined;
      if (!reminder || !delivery) continue;
      // After a restore the ledger may be behind an outbox that was acknowledged long ago.
      if (isNews(reminder.state, delivery.state)) deliveries.push(delivery);
      if (!entry.acknowledged) finished.push(entry.key);
    }
    if (deliveries.length > 0) {
      const done = await open.commands.run(recordDeliveries, { deliveries });
      if (done.ok ? done.value.mirrorProblem !== undefined : done.error.kind !== 'known') return;
    }
    if (finished.length > 0) await bridge.outboxAcknowledge(finished);
  };

  /** Those that main does not have: nothing of them can leave. Empty where main does not say. */
  const unknownToMain = async (reminders: readonly Reminder[]): Promise<readonly Reminder[]> => {
    if (reminders.length === 0) return [];
    const known = await bridge.outboxList();
    if (!known.ok) return [];
    const keys = new Set(known.value.map(({ key }) => key));
    return reminders.filter((reminder) => !keys.has(outboxKey(reminder)));
  };

  const handOver = async (): Promise<void> => {
    const drafts = draftsOf(open.memory.current());
    for (let from = 0; from < drafts.length; from += draftsTogether) {
      const answer = await bridge.outboxSubmit(drafts.slice(from, from + draftsTogether));
      if (!answer.ok) {
        const lost = await unknownToMain(approvedEmails(open.memory.current()));
        if (lost.length > 0)
          await open.commands.run(withdrawReminders, {
            ids: lost.map(({ id }) => id),
            reason: answer.error.message,
          });
        onProblem(answer.error.message);
        return;
      }
      await fold(answer.value);
    }
  };

  /** One after the other, and a recall comes after what is being handed over: it would miss it. */
  let handing: Promise<void> = Promise.resolve();
  const submit = (): Promise<void> => {
    const done = handing.then(handOver);
    handing = done.catch(() => undefined);
    return done;
  };

  /** Does again what the disk or a crash left half done: results not recorded, e-mails not handed over. */
  const catchUp = (): void => {
    const approved = approvedEmails(open.memory.current());
    const finished = approved.flatMap((reminder) => {
      const entry = entries.get(outboxKey(reminder));
      return entry && deliveryOf(entry, reminder) ? [entry] : [];
    });
    if (finished.length > 0) void fold(finished);
    if (approved.some((reminder) => !entries.has(outboxKey(reminder)))) void submit();
  };

  const mayLeave = (ledger: Ledger, reminder: Reminder | undefined): RecheckAnswer => {
    if (!reminder) return { kind: 'drop', reason: 'Cette relance n’est plus dans vos données.' };
    const reason = forgottenSend(ledger, entries.values(), reminder, today());
    return reason === undefined ? recheck(ledger, reminder, today()) : { kind: 'drop', reason };
  };

  const stopChanged = bridge.on('outboxChanged', (changed) => void fold(changed));
  const stopTicks = bridge.on('schedulerTick', catchUp);
  const stopRecheck = bridge.on('recheckRequest', ({ token, key }) => {
    const ledger = open.memory.current();
    const reminder = byKey(ledger, key);
    void bridge.recheckAnswer({ token, answer: mayLeave(ledger, reminder) });
  });

  void (async () => {
    const known = await bridge.outboxList();
    if (known.ok) await fold(known.value);
    await submit();
  })();

  return {
    submit,
    recall: async (reminders, reason) => {
      await handing;
      const answer = await bridge.outboxRecall({ keys: reminders.map(outboxKey), reason });
      if (!answer.ok) {
        onProblem(answer.error.message);
        return undefined;
      }
      const recalled = new Set(answer.value);
      const kept = reminders.filter((reminder) => !recalled.has(outboxKey(reminder)));
      const lost = new Set(await unknownToMain(kept));
      const withdrawn = reminders
        .filter((reminder) => recalled.has(outboxKey(reminder)) || lost.has(reminder))
        .map(({ id }) => id);
      if (withdrawn.length > 0) await open.commands.run(withdrawReminders, { ids: withdrawn, reason });
      return withdrawn.length;
    },
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopChanged();
      stopTicks();
      stopRecheck();
    },
  };
};

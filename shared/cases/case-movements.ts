import { businessDay } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { ExportColumn } from '../exporting/export-table.ts';
import { shownNumber } from '../ledger/dispatch.ts';
import type { DocumentRef, HistoryNote } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { callOutcomeNames, reminderName, reminderStateLabel } from '../ledger/timeline-title.ts';
import { modeOf } from '../letters/dispatch-mode.ts';
import { stageText } from '../letters/dispatch-stage.ts';
import type { Reminder } from '../reminders/reminder.ts';

/** Something that was written, said or received about the invoices of a case. */
export interface CaseMovement {
  readonly id: string;
  readonly on: Day;
  /** « Relance ferme par e-mail ». */
  readonly what: string;
  readonly to: string;
  readonly subject: string;
  /** What became of it. French. */
  readonly state: string;
  readonly trackingNumber: string;
  readonly documents: readonly DocumentRef[];
  /** The reminder itself, where it is one. */
  readonly reminder?: Reminder | undefined;
}

const left = new Set(['accepted', 'exported', 'unknown', 'posted', 'called']);

const dayOf = (instant: string): Day => businessDay(Date.parse(instant));

const leftOn = ({ state, plannedOn }: Reminder): Day => {
  switch (state.kind) {
    case 'posted':
      return state.depositedOn;
    case 'accepted':
      return dayOf(state.acceptedAt);
    case 'exported':
      return dayOf(state.exportedAt);
    case 'unknown':
      return dayOf(state.since);
    case 'called':
      return dayOf(state.calledAt);
    default:
      return plannedOn;
  }
};

const reminderMovement = (reminder: Reminder): CaseMovement => {
  const { id, channel, state, recipientEmail, recipientName, subject, documents } = reminder;
  return {
    id,
    on: leftOn(reminder),
    what: reminderName(reminder),
    to: (channel === 'email' ? recipientEmail : recipientName) ?? '',
    subject,
    state:
      state.kind === 'posted'
        ? stageText(state, modeOf({ table: 'reminders', row: reminder }, state))
        : reminderStateLabel(state),
    trackingNumber: state.kind === 'posted' ? shownNumber(state) : '',
    documents,
    reminder,
  };
};

/** The user's own words about a call are his; that it took place, and what came of it, is a fact. */
const noteMovement = (note: HistoryNote): CaseMovement => ({
  id: note.id,
  on: dayOf(note.occurredAt),
  what: note.kind === 'call' ? 'Appel téléphonique' : 'Réponse reçue par e-mail',
  to: '',
  subject: '',
  state: note.outcome === undefined ? '' : callOutcomeNames[note.outcome],
  trackingNumber: '',
  documents: note.documents ?? [],
});

/**
 * What was sent to the client, said and received about these invoices, oldest first: reminders that left, calls,
 * and answers. A note without an invoice counts from the first due date on.
 */
export const caseMovements = (
  ledger: Ledger,
  clientId: string,
  invoiceIds: readonly string[],
): readonly CaseMovement[] => {
  const invoices = new Set(invoiceIds);
  const firstDueOn = invoiceIds
    .flatMap((id) => ledger.invoices.get(id)?.dueOn ?? [])
    .sort()
    .at(0);
  const sent = [...ledger.reminders.values()]
    .filter(
      ({ state, lines }) => left.has(state.kind) && lines.some(({ invoiceId }) => invoices.has(invoiceId)),
    )
    .map(reminderMovement);
  const noted = [...ledger.notes.values()]
    .filter(
      ({ clientId: owner, invoiceId, kind, occurredAt }) =>
        owner === clientId &&
        (kind === 'call' || kind === 'email-received') &&
        (invoiceId === undefined
          ? firstDueOn !== undefined && dayOf(occurredAt) >= firstDueOn
          : invoices.has(invoiceId)),
    )
    .map(noteMovement);
  return [...sent, ...noted].sort((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1));
};

/** The same for a spreadsheet. */
export const movementColumns: readonly ExportColumn<CaseMovement>[] = [
  { header: 'Date', kind: 'day', value: ({ on }) => on },
  { header: 'Acte', kind: 'text', value: ({ what }) => what },
  { header: 'Destinataire', kind: 'text', value: ({ to }) => to },
  { header: 'Objet', kind: 'text', value: ({ subject }) => subject },
  { header: 'État', kind: 'text', value: ({ state }) => state },
  { header: 'N° de suivi', kind: 'text', value: ({ trackingNumber }) => trackingNumber },
];

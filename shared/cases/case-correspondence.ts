import { formatDay } from '../dates/format-day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { tableMarker } from '../letters/letter-text.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { isOnPaper } from '../reminders/reminder-names.ts';
import { type DraftEntry, documentEntry, type PieceNumbers } from './case-file-entry.ts';
import type { CaseMovement } from './case-movements.ts';
import type { PaperBlock } from './case-paper.ts';
import { letterEntries } from './letter-entries.ts';

/** Who was told what, when and how, and the pieces that show it. */
export const chronologyBlock = (movements: readonly CaseMovement[], numbers: PieceNumbers): PaperBlock => ({
  kind: 'table',
  title: 'Relances, appels et réponses',
  columns: [
    { name: 'Date', share: 18 },
    { name: 'Acte', share: 32 },
    { name: 'Destinataire', share: 32 },
    { name: 'Objet', share: 34 },
    { name: 'Suite', share: 40 },
    { name: 'Preuve', share: 18 },
  ],
  rows: movements.map(({ on, what, to, subject, state, trackingNumber, documents }) => [
    formatDay(on),
    what,
    to,
    subject,
    trackingNumber === '' ? state : `${state}, n°\u00A0${trackingNumber.replaceAll(' ', '\u00A0')}`,
    numbers(documents),
  ]),
  none: 'Aucune relance n’a été envoyée.',
});

/** What the table of a letter lists, as lines: its invoices with what was claimed of each. */
const listedInvoices = (ledger: Ledger, { lines }: Reminder): string =>
  lines
    .map(({ invoiceId, remainingCents }) => {
      const invoice = ledger.invoices.get(invoiceId);
      if (invoice === undefined) return `•\u00A0${formatAmount(remainingCents)}`;
      const due = invoice.dueOn === undefined ? '' : `, échue le ${formatDay(invoice.dueOn)}`;
      return `•\u00A0${invoice.number} du ${formatDay(invoice.issuedOn)}${due}\u00A0: ${formatAmount(remainingCents)}`;
    })
    .join('\n');

/** Each message as it was approved: subject, then text; the table of a letter as lines. */
export const textBlocks = (ledger: Ledger, movements: readonly CaseMovement[]): readonly PaperBlock[] =>
  movements.flatMap(({ on, what, subject, reminder }): readonly PaperBlock[] =>
    reminder === undefined || reminder.channel === 'call'
      ? []
      : [
          {
            kind: 'texts',
            title: `${what}, ${formatDay(on)}`,
            paragraphs: [
              ...(subject === '' ? [] : [`Objet\u00A0: ${subject}`]),
              ...reminder.body
                .split(/(?:\r\n|\n){2,}/u)
                .filter((text) => text.trim() !== '')
                .map((text) => (text.trim() === tableMarker ? listedInvoices(ledger, reminder) : text)),
            ],
          },
        ],
  );

/** The documents of a movement as entries: those of a letter by their role, else the first under the name of the act. */
export const movementEntries = ({ what, on, documents, reminder }: CaseMovement): readonly DraftEntry[] =>
  reminder !== undefined && isOnPaper(reminder.channel)
    ? letterEntries({ table: 'reminders', row: reminder }, `${what} du ${formatDay(on)}`, on)
    : documents.map((document, index) =>
        documentEntry(`${what} du ${formatDay(on)}${index === 0 ? '' : ` (${document.name})`}`, document, on),
      );

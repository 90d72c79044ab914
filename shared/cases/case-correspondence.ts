import { formatDay } from '../dates/format-day.ts';
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

/** Each message as it was approved: subject, then text. */
export const textBlocks = (movements: readonly CaseMovement[]): readonly PaperBlock[] =>
  movements.flatMap(({ on, what, subject, reminder }): readonly PaperBlock[] =>
    reminder === undefined || reminder.channel === 'call'
      ? []
      : [
          {
            kind: 'texts',
            title: `${what}, ${formatDay(on)}`,
            paragraphs: [
              ...(subject === '' ? [] : [`Objet\u00A0: ${subject}`]),
              ...reminder.body.split(/(?:\r\n|\n){2,}/u).filter((text) => text.trim() !== ''),
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

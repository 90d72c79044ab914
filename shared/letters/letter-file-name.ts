import type { Day } from '../dates/day.ts';

const longestName = 180;

/** What no file system takes, and what could be taken for a path. */
const unsafe = /[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/gu;

const clean = (text: string): string => text.replace(unsafe, ' ').replace(/\s+/g, ' ').trim();

/** Name of the PDF of one letter, with what a list calls it: « 2026-11-22 Mise en demeure – Dupont SARL.pdf ». */
export const letterFileName = (writtenOn: Day, letter: string, clientName: string): string =>
  `${[...`${writtenOn} ${letter} – ${clean(clientName)}`].slice(0, longestName).join('').trim()}.pdf`;

/** Name of the PDF of a batch: « 2026-11-22 Courriers (3).pdf ». */
export const batchFileName = (writtenOn: Day, letters: number): string =>
  `${writtenOn} Courriers (${letters}).pdf`;

/** Name of a décompte on disk: « 2026-11-22 Décompte – Dupont SARL.pdf ». */
export const statementFileName = (asOf: Day, clientName: string): string =>
  `${[...`${asOf} Décompte – ${clean(clientName)}`].slice(0, longestName).join('').trim()}.pdf`;

import type { Day } from '../dates/day.ts';

/** « Dossier contentieux 2026-11-22 Durand SAS.zip », of at most 160 characters. */
export const caseFileName = (on: Day, clientName: string): string =>
  `Dossier contentieux ${on} ${[...clientName].slice(0, 80).join('').trim()}`.trim().concat('.zip');

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { caseFileName } from '../../shared/cases/case-file-name.ts';
import type { Clock } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import type { CaseFileRequest, MadeCaseFile } from '../../shared/ipc/case-contract.ts';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import { caseFileFailureText, writeCaseFile } from '../cases/write-case-file.ts';
import { readLedger } from '../export/read-ledger.ts';
import type { LedgerParts } from '../ledger/open-parts.ts';
import { ioCode } from '../mirror/durable-file.ts';
import { askWhereToSave } from './file-dialogs.ts';

/** « Créer le dossier »: one at a time. */
export interface CaseDesk {
  /** Asks where, and writes it; null = the user cancelled the dialog. */
  readonly make: (request: CaseFileRequest) => Promise<IpcOutcome<MadeCaseFile | null>>;
  readonly cancel: () => void;
}

const refused = (kind: string, message: string): IpcOutcome<never> => ({
  ok: false,
  error: { kind, message },
});

export const createCaseDesk = (parts: {
  readonly ledger: () => LedgerParts;
  readonly window: () => BrowserWindow | undefined;
  readonly fontsFolder: string;
  readonly clock: Clock;
  readonly onProgress: (done: number, total: number) => void;
}): CaseDesk => {
  let control: AbortController | undefined;
  return {
    cancel: () => control?.abort(),
    make: async ({ caseId, today }) => {
      if (control) return refused('busy', 'Un dossier est déjà en cours de création.');
      const { mirror, documents } = parts.ledger();
      const snapshot = mirror.snapshot();
      if (!snapshot) return refused('nothing', 'Ce dossier n’existe plus.');
      const ledger = await readLedger(snapshot);
      if (!ledger.ok)
        return refused(
          'ledger-refused',
          'La copie de sécurité de vos données ne peut pas être lue en entier. Restaurez la dernière sauvegarde, puis recommencez.',
        );
      const clientId = ledger.value.legalCases.get(caseId)?.clientId ?? '';
      const name = ledger.value.clients.get(clientId)?.name ?? '';
      const path = await askWhereToSave(parts.window(), caseFileName(today as Day, name));
      if (path === undefined) return { ok: true, value: null };
      control = new AbortController();
      try {
        // The typesetter takes a third of a second to load: not before it is needed.
        const { archivedDocument } = await import('../letters/archived-document.ts');
        const written = await writeCaseFile({
          ledger: ledger.value,
          caseId,
          today: today as Day,
          documents,
          typeset: async (document) => (await archivedDocument(document, parts.fontsFolder)).bytes,
          path,
          nowMs: parts.clock.nowMs(),
          signal: control.signal,
          onProgress: parts.onProgress,
        });
        if (!written.ok) return refused(written.error.kind, caseFileFailureText(written.error));
        // What the journal names by its hash is kept, so that backups and archives hold it too.
        const kept = await documents.put(await readFile(path));
        if (!kept.ok)
          return refused(kept.error.kind, 'Le dossier est créé, mais n’a pas pu être gardé dans Acquit.');
        return { ok: true, value: { ...written.value, fileName: basename(path) } };
      } catch (error) {
        return refused('io', `Le dossier est créé, mais n’a pas pu être relu (${ioCode(error)}).`);
      } finally {
        control = undefined;
      }
    },
  };
};

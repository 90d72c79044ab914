import type { LedgerParts } from '../../ledger/open-parts.ts';
import type { PaperDesk } from '../../letters/paper-desk.ts';
import { askWhereToSave, writeWhole } from '../../shell/file-dialogs.ts';
import type { MainWindow } from '../../shell/main-window.ts';
import { openOwnPath } from '../../shell/open-outside.ts';
import type { Handlers } from '../answer-request.ts';
import { failure, mirrorFailure } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface DocumentParts {
  readonly window: () => MainWindow;
  readonly ledger: () => LedgerParts;
  /** Copies and excerpts of documents. */
  readonly paper: PaperDesk;
  readonly temporaryFolder: string;
}

const missingDocument = failure(
  'missing-document',
  'Ce document n’est plus dans le dossier d’Acquit, ou il est abîmé. Restaurez une sauvegarde pour le retrouver.',
);

/** Documents kept as files. */
export const documentHandlers = (parts: DocumentParts) =>
  ({
    documentPut: async (bytes) => {
      const put = await parts.ledger().documents.put(bytes);
      if (put.ok) return { ok: true, value: { hash: put.value } };
      return put.error.kind === 'io'
        ? mirrorFailure(put.error)
        : failure(put.error.kind, 'Le document n’a pas pu être enregistré.');
    },
    documentOpen: async ({ hash, name }) => {
      const copy = await parts.ledger().documents.exportCopy(hash, name, parts.temporaryFolder);
      return copy.ok ? openOwnPath(copy.value, false) : missingDocument;
    },
    documentSaveAs: async ({ hash, suggestedName }) => {
      const bytes = await parts.paper.bytesOf(hash);
      if (!bytes) return missingDocument;
      const path = await askWhereToSave(parts.window().browserWindow(), suggestedName);
      return path === undefined ? { ok: true, value: null } : writeWhole(path, bytes);
    },
    copiesExamine: parts.paper.examineCopies,
    documentExcerpt: parts.paper.excerpt,
  }) satisfies Partial<Handlers>;

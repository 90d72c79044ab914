import { useCallback } from 'react';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { ProofRole } from '../../../shared/ledger/letter-document.ts';
import type { PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { withdrawClientLetter } from '../../db/commands/client-letters.ts';
import { attachDocument, attachToLetters } from '../../db/commands/letter-proofs.ts';
import { withdrawReminders } from '../../db/commands/reminders.ts';

/** Opens a document in the system's program. */
export const openDocument = async ({ hash, name }: DocumentRef): Promise<void> => {
  const opened = await bridge.documentOpen({ hash, name });
  if (!opened.ok) showRefusal(opened.error.message);
};

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
};

const mediaTypeOf = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Puts the bytes of a file into the document store; says why where it cannot. */
export const stored = async ({ name, bytes }: NamedBytes): Promise<DocumentRef | undefined> => {
  const put = await bridge.documentPut(new Uint8Array(bytes));
  if (put.ok) return { hash: put.value.hash, name: name.slice(0, 200), mediaType: mediaTypeOf(name) };
  showRefusal(put.error.message);
  return undefined;
};

/** Asks for a document by the system's dialog; undefined where the user changed his mind. */
export const picked = async (): Promise<NamedBytes | undefined> => {
  const answer = await bridge.pickFile('document');
  if (answer.ok) return answer.value ?? undefined;
  showRefusal(answer.error.message);
  return undefined;
};

/** Adds proofs to letters: chosen in a dialog, or dropped as photos and PDFs. Without a role the letter says it. */
export interface ProofAttachment {
  readonly pick: (letterIds: readonly string[], role?: ProofRole) => Promise<void>;
  readonly drop: (letterIds: readonly string[], files: readonly File[], role?: ProofRole) => Promise<void>;
}

/** « Joindre la preuve »: scans go to the document store, where their bytes name them, and to the letters. */
export const useAttachProof = (): ProofAttachment => {
  const run = useRun();
  const attach = useCallback(
    async (ids: readonly string[], file: NamedBytes, role?: ProofRole): Promise<void> => {
      const document = await stored(file);
      const [only] = ids;
      if (document === undefined || only === undefined) return;
      if (ids.length === 1) await run(attachDocument, { reminderId: only, document, role });
      else await run(attachToLetters, { ids, document, role });
    },
    [run],
  );
  const pick = useCallback(
    async (ids: readonly string[], role?: ProofRole) => {
      const file = await picked();
      if (file !== undefined) await attach(ids, file, role);
    },
    [attach],
  );
  const drop = useCallback(
    async (ids: readonly string[], files: readonly File[], role?: ProofRole) => {
      for (const file of files) {
        if (mediaTypeOf(file.name) === 'application/octet-stream') {
          showRefusal(`« ${file.name} » n’est ni une photo ni un PDF.`);
          continue;
        }
        await attach(ids, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, role);
      }
    },
    [attach],
  );
  return { pick, drop };
};

/** « Retirer »: the letter is not sent; the step of a reminder is due again. */
export const useWithdraw = (): ((letter: PaperLetter) => Promise<void>) => {
  const run = useRun();
  return useCallback(
    async ({ table, row }) => {
      if (table === 'letters') await run(withdrawClientLetter, { id: row.id });
      else await run(withdrawReminders, { ids: [row.id], reason: 'Courrier retiré par vous' });
    },
    [run],
  );
};

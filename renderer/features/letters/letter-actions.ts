import { useCallback } from 'react';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { attachDocument } from '../../db/commands/letters.ts';
import { withdrawReminders } from '../../db/commands/reminders.ts';

/** The printed PDF of a letter, where it is kept. */
export const pdfOf = ({ documents }: Reminder): DocumentRef | undefined =>
  documents.find(({ mediaType }) => mediaType === 'application/pdf');

/** Everything added to a letter later: scans of the deposit slip, of the receipt. */
export const proofsOf = (letter: Reminder): readonly DocumentRef[] =>
  letter.documents.filter(({ hash }) => hash !== pdfOf(letter)?.hash);

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
};

const mediaTypeOf = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

/** « Joindre la preuve »: a scan chosen by the user goes to the document store and to the letter. */
export const useAttachProof = (): ((letter: Reminder) => Promise<void>) => {
  const run = useRun();
  return useCallback(
    async (letter) => {
      const picked = await bridge.pickFile('document');
      if (!picked.ok) {
        showRefusal(picked.error.message);
        return;
      }
      if (picked.value === null) return;
      const { name, bytes } = picked.value;
      const put = await bridge.documentPut(new Uint8Array(bytes));
      if (!put.ok) {
        showRefusal(put.error.message);
        return;
      }
      await run(attachDocument, {
        reminderId: letter.id,
        document: { hash: put.value.hash, name, mediaType: mediaTypeOf(name) },
      });
    },
    [run],
  );
};

/** « Retirer »: the letter is not sent, and its step is due again. */
export const useWithdraw = (): ((letter: Reminder) => Promise<void>) => {
  const run = useRun();
  return useCallback(
    async (letter) => {
      await run(withdrawReminders, { ids: [letter.id], reason: 'Courrier retiré par vous' });
    },
    [run],
  );
};

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { businessDay, type Clock } from '../../shared/dates/clock.ts';
import { freeFileName, readableFileName } from '../documents/readable-file-name.ts';
import { ioCode, writeAtomically, writeFully } from '../mirror/durable-file.ts';
import type { DeliveryOutcome, OutgoingMessage } from './mail-transport.ts';

// Makes Outlook and others open the file as a draft with a « Envoyer » button.
const unsentHeader = Buffer.from('X-Unsent: 1\r\n');

const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'Le disque est plein\u00a0: le message n’a pas été préparé. Libérez de la place.',
  EROFS: 'Le dossier des messages à envoyer est protégé en écriture.',
  EACCES: 'Le dossier des messages à envoyer est protégé en écriture.',
  EPERM: 'Le dossier des messages à envoyer est protégé en écriture.',
};

/**
 * Writes the message as « AAAA-MM-JJ Nom du client – objet.eml », a file that the user opens in his own mail program and sends from there. The file
 * is complete or not there. Nothing leaves the PC here, so every failure is certain.
 */
export const exportAsFile = async (
  folder: string,
  clock: Clock,
  message: OutgoingMessage,
): Promise<DeliveryOutcome> => {
  try {
    await mkdir(folder, { recursive: true });
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
    const wanted = readableFileName(
      `${businessDay(clock.nowMs())} ${message.toName === '' ? message.envelope.to : message.toName} – ${message.subject}.eml`,
      'eml',
    );
    const fileName = freeFileName(wanted, (candidate) => taken.has(candidate.toLowerCase()));
    await writeAtomically(join(folder, fileName), async (handle) => {
      await writeFully(handle, unsentHeader, 0);
      await writeFully(handle, message.bytes, unsentHeader.length);
    });
    return { kind: 'exported', fileName };
  } catch (error) {
    const explanation =
      explanations[ioCode(error)] ??
      'Le message n’a pas pu être écrit dans le dossier des messages à envoyer.';
    return {
      kind: 'failed',
      phase: 'file',
      certainlyNotSent: true,
      permanent: false,
      serverUnavailable: true,
      explanation,
    };
  }
};

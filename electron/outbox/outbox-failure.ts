import { unreachable } from '../../shared/result.ts';
import type { JournalFailure } from '../mirror/line-journal.ts';

/** Why the outbox did nothing. `message` is French and says what to do. */
export interface OutboxFailure {
  readonly kind: 'storage' | 'not-configured' | 'newer-version' | 'damaged';
  readonly message: string;
}

const storageMessages: Readonly<Record<string, string>> = {
  ENOSPC:
    'Le disque est plein\u00a0: rien n’a été envoyé. Libérez de la place, puis validez à nouveau les relances.',
  EDQUOT:
    'Votre quota de disque est atteint\u00a0: rien n’a été envoyé. Libérez de la place, puis validez à nouveau les relances.',
  EROFS:
    'Le dossier de données est protégé en écriture\u00a0: rien n’a été envoyé. Rendez-le modifiable, puis validez à nouveau.',
  EACCES:
    'Le dossier de données est protégé en écriture\u00a0: rien n’a été envoyé. Rendez-le modifiable, puis validez à nouveau.',
  EPERM:
    'Le dossier de données est protégé en écriture\u00a0: rien n’a été envoyé. Rendez-le modifiable, puis validez à nouveau.',
};

/** A failed write: without the intent on disk nothing is sent. `code` is the system's. */
export const storageFailure = (code: string): OutboxFailure => ({
  kind: 'storage',
  message:
    storageMessages[code] ??
    `Le disque ne répond pas comme il faut (${code})\u00a0: rien n’a été envoyé. Vérifiez le disque, puis validez à nouveau.`,
});

/** The ledger stands and the journal beside it is gone. */
export const missingJournal: OutboxFailure = {
  kind: 'damaged',
  message:
    'Le journal des envois a disparu (outbox.ndjson)\u00a0: aucun e-mail ne part, pour ne rien envoyer deux fois.',
};

/** Why the journal of the outbox could not be opened. Nothing is sent then: what left already is not known. */
export const openingFailure = (failure: JournalFailure): OutboxFailure => {
  switch (failure.kind) {
    case 'newer-version':
      return {
        kind: 'newer-version',
        message:
          'Le journal des envois a été écrit par une version plus récente d’Acquit. Mettez Acquit à jour\u202f; rien n’a été modifié ni envoyé.',
      };
    case 'damaged':
      return {
        kind: 'damaged',
        message: `Le journal des envois est abîmé (${failure.fileName}, ligne ${failure.line})\u00a0: aucun e-mail ne part, pour ne rien envoyer deux fois.`,
      };
    case 'io':
      return storageFailure(failure.code);
    default:
      return unreachable(failure);
  }
};

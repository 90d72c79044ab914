import { unreachable } from '../../shared/result.ts';

/** Why an archive was not taken. Whatever it is, nothing was changed. */
export type ArchiveFailure =
  /** No ZIP, or a ZIP that Acquit did not write. */
  | { readonly kind: 'not-an-archive' }
  | { readonly kind: 'newer-archive' }
  /** Cut off, or a file in it is not what was written. */
  | { readonly kind: 'damaged-archive'; readonly fileName: string }
  /** A row is none that Acquit could have written. */
  | { readonly kind: 'invalid-row'; readonly table: string }
  /** It holds more than it could, or is made to fill a disk. */
  | { readonly kind: 'hostile-archive'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'io'; readonly code: string; readonly fileName: string };

/** A failure on the way through many steps. */
export class ArchiveError extends Error {
  readonly failure: ArchiveFailure;
  constructor(failure: ArchiveFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const unchanged = 'rien n’a été modifié';

/** What happened and what to do, French. */
export const archiveFailureText = (failure: ArchiveFailure): string => {
  switch (failure.kind) {
    case 'not-an-archive':
      return 'Ce fichier n’est pas une archive d’Acquit. Choisissez le fichier ZIP créé par «\u00a0Tout exporter\u00a0».';
    case 'newer-archive':
      return `Cette archive vient d’une version plus récente d’Acquit\u00a0: ${unchanged}. Installez cette version, puis recommencez.`;
    case 'damaged-archive':
      return `Cette archive est incomplète ou a été modifiée («\u00a0${failure.fileName}\u00a0»)\u00a0: ${unchanged}. Copiez-la de nouveau depuis son disque d’origine, ou prenez-en une autre.`;
    case 'invalid-row':
      return `Cette archive contient des données qu’Acquit ne peut pas avoir écrites (table «\u00a0${failure.table}\u00a0»)\u00a0: ${unchanged}.`;
    case 'hostile-archive':
      return `Cette archive est faite de façon suspecte («\u00a0${failure.fileName}\u00a0»)\u00a0: elle n’a pas été ouverte, par sécurité, et ${unchanged}.`;
    case 'cancelled':
      return `La reprise est annulée\u00a0: ${unchanged}.`;
    case 'io':
      if (failure.code === 'ENOSPC' || failure.code === 'EDQUOT')
        return `Le disque n’a pas assez de place pour ouvrir cette archive\u00a0: ${unchanged}. Libérez de la place, puis recommencez.`;
      return `L’archive n’a pas pu être lue («\u00a0${failure.fileName}\u00a0», ${failure.code})\u00a0: ${unchanged}. Vérifiez le disque qui la contient, puis recommencez.`;
    default:
      return unreachable(failure);
  }
};

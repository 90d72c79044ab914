import { unreachable } from '../../shared/result.ts';

export type BackupFailure =
  /** There is no ledger yet. */
  | { readonly kind: 'nothing-to-back-up' }
  /** The mirror itself is damaged or newer: a backup of it would be worth nothing. */
  | { readonly kind: 'ledger-refused'; readonly status: 'damaged' | 'newer-version' }
  | { readonly kind: 'unknown-backup' }
  /** A file of the backup is not what was written. */
  | { readonly kind: 'damaged-backup'; readonly fileName: string }
  | { readonly kind: 'newer-backup' }
  /** The journal of what was sent cannot take what the backup knows: restoring could send twice. */
  | { readonly kind: 'outbox-refused' }
  | { readonly kind: 'io'; readonly code: string; readonly fileName: string };

const ioText = (code: string, folder: string): string => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Le disque est plein. Libérez de la place ou choisissez un autre dossier de sauvegarde, puis recommencez.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Acquit n’a pas le droit d’écrire dans «\u00a0${folder}\u00a0». Choisissez un autre dossier de sauvegarde ou autorisez l’écriture dans celui-ci.`;
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
      return `Le dossier «\u00a0${folder}\u00a0» est introuvable. Rebranchez le disque qui le contient ou choisissez un autre dossier.`;
    default:
      return `Le disque n’a pas répondu normalement (${code}). Vérifiez-le ou choisissez un autre dossier de sauvegarde.`;
  }
};

/** What happened and what to do, French; said of a backup that was tried or of a restore. */
export const backupFailureText = (failure: BackupFailure, folder: string): string => {
  switch (failure.kind) {
    case 'nothing-to-back-up':
      return 'Il n’y a encore rien à sauvegarder.';
    case 'ledger-refused':
      return failure.status === 'damaged'
        ? 'La copie de sécurité de vos données est abîmée et ne peut pas être sauvegardée. Restaurez la dernière sauvegarde vérifiée.'
        : 'Ces données ont été écrites par une version plus récente d’Acquit. Installez cette version, puis recommencez.';
    case 'unknown-backup':
      return 'Cette sauvegarde est introuvable. Choisissez-en une autre.';
    case 'damaged-backup':
      return `Cette sauvegarde est abîmée (${failure.fileName})\u00a0: rien n’a été modifié. Choisissez-en une autre.`;
    case 'newer-backup':
      return 'Cette sauvegarde vient d’une version plus récente d’Acquit\u00a0: rien n’a été modifié. Installez cette version, puis recommencez.';
    case 'outbox-refused':
      return 'Le journal des envois ne peut pas être complété\u00a0: rien n’a été restauré, afin qu’aucune relance ne parte deux fois. Vérifiez l’espace libre du disque, puis recommencez.';
    case 'io':
      return ioText(failure.code, folder);
    default:
      return unreachable(failure);
  }
};

/** What is said of a backup in which documents are missing, French. */
export const missingDocumentsText = (count: number): string =>
  count === 1
    ? 'La dernière sauvegarde est complète, sauf un document introuvable ou abîmé sur ce PC.'
    : `La dernière sauvegarde est complète, sauf ${count} documents introuvables ou abîmés sur ce PC.`;

/** The folder chosen as the second one is no other place, French. */
export const sameFolderText =
  'Ce dossier est déjà celui de vos données ou de vos sauvegardes\u00a0: choisissez-en un autre, si possible sur un autre disque.';

/** Why the second folder did not take the copy, French. */
export const secondFolderText = (failure: BackupFailure, folder: string): string => {
  if (failure.kind === 'io' && ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'].includes(failure.code))
    return `Le second dossier «\u00a0${folder}\u00a0» est introuvable. Rebranchez le disque qui le contient\u00a0: la copie se fera d’elle-même.`;
  if (failure.kind === 'damaged-backup')
    return `La copie dans «\u00a0${folder}\u00a0» n’a pas pu être relue (${failure.fileName}). Vérifiez ce disque ou choisissez un autre dossier.`;
  return backupFailureText(failure, folder);
};

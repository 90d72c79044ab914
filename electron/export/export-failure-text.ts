import { unreachable } from '../../shared/result.ts';
import type { ExportFailure } from './export-everything.ts';

/** What happened to an export and what to do, French. */
export const exportFailureText = (failure: ExportFailure): string => {
  switch (failure.kind) {
    case 'nothing-to-export':
      return 'Il n’y a encore rien à exporter.';
    case 'ledger-refused':
      return 'La copie de sécurité de vos données ne peut pas être lue en entier. Restaurez la dernière sauvegarde, puis recommencez.';
    case 'too-large':
      return 'Vos documents dépassent ce qu’un fichier ZIP peut contenir (4\u00a0Go). Copiez plutôt un dossier de sauvegarde\u00a0: il contient tout.';
    case 'io':
      return failure.code === 'ENOSPC' || failure.code === 'EDQUOT'
        ? 'Le disque est plein\u00a0: l’export n’a pas été enregistré. Choisissez un autre disque.'
        : `L’export n’a pas pu être enregistré sous «\u00a0${failure.fileName}\u00a0» (${failure.code}). Choisissez un autre dossier.`;
    default:
      return unreachable(failure);
  }
};

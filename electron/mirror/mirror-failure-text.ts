import { unreachable } from '../../shared/result.ts';
import type { MirrorFailure } from './mirror.ts';

const ioText = (code: string): string => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Le disque est plein\u00a0: vos dernières modifications sont dans Acquit, mais pas encore dans sa copie de sécurité. Libérez de la place\u202f; la copie se complète d’elle-même.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'Le dossier de données d’Acquit est protégé en écriture. Autorisez l’écriture, puis rouvrez Acquit.';
    default:
      return `Le disque n’a pas répondu normalement (${code}). Faites une sauvegarde sur un autre disque, puis vérifiez celui-ci.`;
  }
};

/** What the user reads of a failure of the mirror, French. Refusals that only a bug causes ask for a restart. */
export const mirrorFailureText = (failure: MirrorFailure): string => {
  switch (failure.kind) {
    case 'io':
      return ioText(failure.code);
    case 'newer-version':
      return 'Ces données ont été écrites par une version plus récente d’Acquit. Installez cette version\u202f; rien n’a été modifié.';
    case 'damaged':
      return `La copie de sécurité de vos données est abîmée (${failure.fileName}, ligne ${failure.line}). Restaurez la dernière sauvegarde\u202f; rien n’a été effacé.`;
    case 'not-ready':
    case 'wrong-database':
    case 'gap':
    case 'conflict':
    case 'stale-cursor':
      return 'Les données affichées et leur copie de sécurité ne concordent plus. Fermez puis rouvrez Acquit\u00a0: elles sont comparées et réparées au démarrage.';
    default:
      return unreachable(failure);
  }
};

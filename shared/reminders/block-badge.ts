import { addDays } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { unreachable } from '../result.ts';
import type { Block, BlockKind } from './block.ts';

/** French name of what holds reminders back, short enough for a badge. */
export const blockNames: Readonly<Record<BlockKind, string>> = {
  settled: 'Soldée',
  'no-due-date': 'Sans échéance',
  'credit-note': 'Avoir',
  cancelled: 'Annulée',
  dispute: 'Litige',
  promise: 'Promesse',
  plan: 'Échéancier',
  pause: 'Reportée',
  insolvency: 'Procédure collective',
  excluded: 'Client exclu',
  'direct-debit': 'Prélèvement',
  factored: 'Cédée à un factor',
  'payment-ordered': 'Mandatée',
  'not-delivered': 'À réémettre',
  'documents-asked': 'Pièces demandées',
  'handed-over': 'Confiée à un tiers',
  'in-court': 'Au tribunal',
  'covered-by-credit': 'Couverte par un avoir',
  'receipt-to-match': 'Encaissement à rapprocher',
  'in-progress': 'Relance en cours',
  'minimum-gap': 'Message récent',
  'granted-days': 'Délai accordé',
  undelivered: 'Courrier revenu',
  lenient: 'Mode indulgent',
  'monthly-cap': 'Maximum du mois',
  decision: 'Décision à prendre',
};

/** « Promesse jusqu’au 02/12 »: the last day without a reminder, where there is one. */
export const blockBadge = ({ kind, resumesOn }: Block): string =>
  resumesOn === undefined
    ? blockNames[kind]
    : `${blockNames[kind]} jusqu’au ${formatDay(addDays(resumesOn, -1)).slice(0, 5)}`;

const never = 'ne reprend pas';

/** What ends a block that no day ends, French, to go in a column: « clôture du litige ». */
const endings = (kind: BlockKind): string => {
  switch (kind) {
    case 'settled':
    case 'credit-note':
    case 'cancelled':
    case 'insolvency':
      return never;
    case 'no-due-date':
      return 'échéance saisie';
    case 'dispute':
      return 'clôture du litige';
    case 'plan':
      return 'fin de l’échéancier';
    case 'excluded':
      return 'fin de l’exclusion';
    case 'direct-debit':
      return 'rejet du prélèvement';
    case 'factored':
      return 'fin de la cession';
    case 'payment-ordered':
      return 'mandatement retiré';
    case 'not-delivered':
      return 'facture réémise';
    case 'documents-asked':
      return 'pièces fournies';
    case 'handed-over':
      return 'retour du dossier confié';
    case 'in-court':
      return 'clôture du dossier contentieux';
    case 'covered-by-credit':
      return 'avoir affecté';
    case 'receipt-to-match':
      return 'encaissement rapproché';
    case 'undelivered':
      return 'courrier renvoyé ou classé';
    case 'in-progress':
      return 'message parti';
    case 'decision':
      return 'votre décision';
    case 'promise':
    case 'pause':
    case 'minimum-gap':
    case 'granted-days':
    case 'lenient':
    case 'monthly-cap':
      return 'fin du délai';
    default:
      return unreachable(kind);
  }
};

/** When reminders go on: « 02/12/2026 », or what brings it about: « clôture du litige ». */
export const blockEnd = ({ kind, resumesOn }: Block): string =>
  resumesOn === undefined ? endings(kind) : formatDay(resumesOn);

/** Reason and end in one or two French sentences, for a tooltip: reminders resume by themselves. */
export const blockExplanation = (block: Block): string => {
  if (block.resumesOn !== undefined)
    return `${block.reason} Les relances reprennent d’elles-mêmes le ${formatDay(block.resumesOn)}.`;
  const ending = endings(block.kind);
  return ending === never ? block.reason : `${block.reason} Reprise\u00A0: ${ending}.`;
};

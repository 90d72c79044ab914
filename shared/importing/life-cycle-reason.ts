import type { DisputeReason } from '../ledger/agreement.ts';

/** Reasons of the French life cycle (AFNOR XP Z12-012), in words and as the reason of a dispute. */
const reasons: Readonly<Record<string, readonly [string, DisputeReason]>> = {
  TX_TVA_ERR: ['taux de TVA erroné', 'price'],
  MONTANTTOTAL_ERR: ['montant total erroné', 'price'],
  CALCUL_ERR: ['erreur de calcul', 'price'],
  PU_ERR: ['prix unitaire erroné', 'price'],
  REM_ERR: ['remise erronée', 'price'],
  QTE_ERR: ['quantité erronée', 'price'],
  ART_ERR: ['article erroné', 'not-compliant'],
  QUALITE_ERR: ['qualité de l’article livré', 'quality'],
  LIVR_INCOMP: ['livraison incomplète', 'not-received'],
  NON_CONFORME: ['mention légale manquante', 'administrative'],
  DOUBLON: ['facture en double', 'administrative'],
  DOUBLE_FACT: ['prestation facturée deux fois', 'price'],
  DEST_ERR: ['erreur de destinataire', 'administrative'],
  TRANSAC_INC: ['transaction inconnue', 'administrative'],
  EMMET_INC: ['émetteur inconnu', 'administrative'],
  CONTRAT_TERM: ['contrat terminé', 'administrative'],
  CMD_ERR: ['numéro de commande erroné ou absent', 'administrative'],
  ADR_ERR: ['adresse erronée', 'administrative'],
  SIRET_ERR: ['SIRET erroné', 'administrative'],
  CODE_ROUTAGE_ERR: ['code de routage erroné', 'administrative'],
  REF_CT_ABSENT: ['référence du contrat absente', 'administrative'],
  REF_ERR: ['référence erronée', 'administrative'],
  COORD_BANC_ERR: ['coordonnées bancaires erronées', 'administrative'],
  MODPAI_ERR: ['mode de paiement erroné', 'administrative'],
  JUSTIF_ABS: ['justificatif absent', 'administrative'],
  ROUTAGE_ERR: ['erreur de routage', 'administrative'],
  NON_TRANSMISE: ['destinataire non connecté', 'administrative'],
  REJ_UNI: ['facture déjà déposée', 'administrative'],
  REJ_SEMAN: ['erreur dans les données de la facture', 'administrative'],
  REJ_COH: ['données incohérentes', 'administrative'],
  REJ_ADR: ['adresse électronique inconnue', 'administrative'],
};

/** The reason in French words: those of the sender where he wrote some, else those of the code; '' when none. */
export const lifeCycleReasonText = (code: string | undefined, text: string | undefined): string =>
  text?.replace(/\s+/g, ' ').trim() || (code === undefined ? '' : (reasons[code]?.[0] ?? code));

/** What kind of dispute it is. */
export const disputeReasonOf = (code: string | undefined): DisputeReason =>
  (code === undefined ? undefined : reasons[code]?.[1]) ?? 'other';

/** What a letter claims although it stays with the creditor (CPCEx L111-8 al. 2). */
const fees =
  /(?:frais|penalites?|forfait) (?:administratifs? )?(?:de |d'|pour )(?:la |l')?(?:relances?|dossiers?|rappels?|gestion|recouvrement|mise en demeure|lettres?|courriers?|recommandes?|poste|affranchissement|impayes?|secretariat|traitement|envoi|agence|cabinet)\b/;

/** The flat indemnity and the justified complement (C. com. L441-10 II), or the remark that nothing is added. */
const allowedFees =
  /indemnit|justifi|charge du creancier|\b(?:sans|aucun|ni|pas de|hors)(?: autres?| nouveaux?)? frais|frais de (?:procedure|justice)/;

const threats =
  /liste noire|mauvais payeurs?|fich(?:er?|age|ier)[^.]{0,40}banque de france|interdit bancaire|poursuites? penales?|plainte penale|(?:porter|deposer|depot de) plainte|\bprison\b|gendarm|saisies? (?:immediates?|sans delai)|assignation immediate|vos (?:voisins|proches|employeurs?|clients|fournisseurs)|votre (?:employeur|entourage|voisinage|banquier)|(?:nuire|atteinte) a votre reputation|reputation en souffr|reseaux sociaux/;

const judicial = /commandement de payer|\bhuissiers?\b|republique francaise|au nom du peuple/;

const sentences = (text: string): readonly string[] => text.split(/[.!?\n]+/u);

const firstMatch = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[0];

/** « frais de relance » and the like, where the text claims them; `text` folded. */
export const claimedFees = (text: string): string | undefined => {
  for (const sentence of sentences(text)) {
    const found = firstMatch(sentence, fees);
    if (found !== undefined && !allowedFees.test(sentence)) return found;
  }
  return undefined;
};

/**
 * A threat that the creditor has no right to carry out, or of telling others of the debt (C. consom. L121-6 5°,
 * C. pén. 312-10); `text` folded.
 */
export const unlawfulThreat = (text: string): string | undefined => firstMatch(text, threats);

/** What only a court or a commissaire de justice may look like (C. pén. 433-13 2°); both texts folded. */
export const judicialLook = (subject: string, text: string): string | undefined =>
  firstMatch(subject, /\b(?:commandement|sommation)\b/) ?? firstMatch(text, judicial);

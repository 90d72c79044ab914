import { foldText } from '../importing/fold-text.ts';
import { bareClientName } from '../importing/import-identity.ts';
import type { MoneyMovement } from './match-contract.ts';

/** Who paid, as far as the line of the statement says. */
export interface WrittenPayer {
  /** As the bank prints it. */
  readonly text: string;
  /** False: the line does not say where the name ends and the remittance text begins. */
  readonly isBounded: boolean;
}

/**
 * Name under which a payer is known again: lower case, no accents, no legal form, no form of address. Empty
 * where nothing is left.
 */
export const payerNameKey = (name: string): string => bareClientName(name);

/** Words with which banks begin the label of a credit. */
const opening =
  /^(?:(?:VIREMENTS?|VIRT?|SEPA|INST(?:ANTANE)?|RECUS?|REÇUS?|EN VOTRE FAVEUR|FAVEUR|EMIS PAR|DE LA PART DE|DE|PAR|TRANSFERT|TRF|CREDIT|CRT)(?=[\s:/]|$)[\s:/]*)+/i;

/** Words with which a remittance text begins, and no name does. */
const remittance =
  /^(?:FACT|FACTURES?|FAC|FC|FA|F|VOTRE|VOS|REGLEMENTS?|REGLT?|PAIEMENT|ACOMPTE|SOLDE|CDE|COMMANDE|CLIENT|COMPTE|LOT|DOSSIER|CHANTIER|DEVIS|N\/?REF|REF|N|NO|RF\d)(?=[\s\d.:°/-]|$)/i;

/** True for a line that can be a name: it starts like one, and has more letters than figures. */
const isLikelyName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !remittance.test(text) &&
  (text.match(/\p{L}/gu)?.length ?? 0) > (text.match(/\d/g)?.length ?? 0);

/** Where the name ends and the text of the payer begins. */
const closing = /\s(?:\/?MOTIF|\/?REF(?:ERENCE)?|\/RNF|\/EREF|\/NOTE|LIBELLE|POUR|DU \d|N°)(?=[\s:.]|$)/i;

const marked = /\/(?:DE|FRM|NPY|DO|NOM)\s+([^/\n]{2,80}?)\s*(?=\/|\n|\sMOTIF\b|$)/i;

/**
 * The payer of a movement: the bank's own field, else the part of the label that holds the name.
 * @returns undefined where the line names nobody.
 */
export const writtenPayer = (
  movement: Pick<MoneyMovement, 'label' | 'counterparty'>,
): WrittenPayer | undefined => {
  const own = movement.counterparty?.trim();
  if (own !== undefined && own !== '') return { text: own, isBounded: true };
  const mark = marked.exec(movement.label)?.[1]?.trim();
  if (mark !== undefined && mark !== '') return { text: mark, isBounded: true };
  const [first = '', second = ''] = movement.label.split('\n').map((line) => line.trim());
  const opened = first.replace(opening, '');
  if (opened === '') return isLikelyName(second) ? { text: second, isBounded: true } : undefined;
  const end = closing.exec(opened);
  const text = (end === null ? opened : opened.slice(0, end.index)).trim();
  if (!isLikelyName(text)) return undefined;
  return { text, isBounded: second !== '' || end !== null };
};

/** Names that stand for the way of paying, not for a payer. */
const genericWords = new Set(
  'virement virements vir recu sepa inst instantane remise cheque cheques chq especes versement depot carte cb tpe prelevement prlv avoir client clients facture factures fact reglement paiement solde acompte compte divers faveur notprovided inconnu donneur ordre'.split(
    ' ',
  ),
);

/** Those who pay out for everybody: their name says nothing of the client. */
const collectivePayers =
  /\b(?:stripe|paypal|sumup|zettle|gocardless|payplug|mollie|adyen|worldline|lydia|alma|hipay|lemonway|mangopay|ddfip|drfip|dgfip|tresorerie|tresor public|sgc|paierie|urssaf|factor|factofrance|affacturage|eurofactor|huissier|commissaire de justice|notaire|carpa)\b/;

/** True for a name that cannot teach anything: no letters, only words of banking, or one who pays for all. */
export const isGenericPayer = (nameKey: string): boolean => {
  const words = foldText(nameKey)
    .split(' ')
    .filter((word) => /\p{L}{2}/u.test(word));
  return words.every((word) => genericWords.has(word)) || collectivePayers.test(nameKey);
};

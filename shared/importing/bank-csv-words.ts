import { foldText } from './fold-text.ts';

/** What a line among or around the movements states instead of a movement. */
export type ControlKind = 'opening' | 'closing' | 'total';

const opening =
  /^(opening balance|balance (at )?(start|beginning)( of period)?|balance brought forward|(ancien|precedent) solde|solde (precedent|anterieur|initial|de depart|d ?ouverture|en debut de (la )?periode|debut( de)? periode|au debut)|anfangs(saldo|bestand)|alter (konto)?saldo|beginsaldo|begin saldo|pocatecni (stav|zustatek)|nyito egyenleg|ingaende saldo|algsaldo|algjaak)\b/;
const closing =
  /^(closing balance|balance (at )?end( of period)?|balance carried forward|(nouveau|dernier) solde|solde (final|de cloture|en fin de (la )?periode|fin( de)? periode|comptable|ledger)|ledger balance|end(saldo|bestand)|neuer (konto)?saldo|eindsaldo|konecny (stav|zustatek)|zaro egyenleg|utgaende saldo|loppsaldo|loppjaak)\b/;
const total =
  /^(turnover|kaive|obrat|forgalom|umsatze gesamt|summe|somme|sum|(sous )?total|(sous )?totaux|grand total|total general)( (des )?(mouvements|operations|debits?|credits?|periode|de la periode))*$/;
/** A balance of some day: opening or closing by where that day lies. */
const dated =
  /^(solde|saldo|balance|kontostand)( (crediteur|debiteur|comptable|du compte|eur|euros|eur os))*( (au|le|at|am|per|on|du)\b.*)?$/;
const hint =
  /sold|sald|balan|tota|turn|käive|kaive|obrat|forgalom|umsätze|umsatze|som|sum|stand|stav|z[uů]statek|egyenleg|j[aä][aä]k/i;
/** What the account could still pay is no balance of the account. */
const otherBalance =
  /\b(disponible|available|previsionnel|a venir|encours|francs|verfugbar|autorise|decouvert)\b/;

/**
 * What a text states when it is no label of a movement; `balance` is one whose day must tell which it is.
 * « SOLDE DE TOUT COMPTE » and « TOTAL ACCESS PARIS » are labels.
 */
export const controlKind = (text: string): ControlKind | 'balance' | undefined => {
  // The cheap test first: this runs on every line of a large file.
  if (!hint.test(text)) return undefined;
  const folded = foldText(text);
  if (folded === '' || folded.length > 120 || otherBalance.test(folded)) return undefined;
  if (opening.test(folded)) return 'opening';
  if (closing.test(folded)) return 'closing';
  if (total.test(folded)) return 'total';
  return dated.test(folded) ? 'balance' : undefined;
};

const debitLabel =
  /\b(prlv|prelevement|prlvm|prel|paiement|achat|carte|cb|retrait|dab|gab|frais|cotis(ation)?|commission|agios|echeance|ech|abonnement|loyer|vir(ement)? (emis|vers|a|pour)|cheque emis|chq|impot|urssaf|pos|bankomat|atm|lastschrift|entgelt|gebuhr|kontofuhrung|buchungsentgelt|kapitalertragsteuer|kartenzahlung|uberweisung an|miete|versicherungen?|withdrawal|debit|purchase|card payment|fee|direct debit|betaalautomaat|incasso|inkaso|poplatek|vyber)\b/;
const creditLabel =
  /\b(vir(ement)? (recu|de|inst de|sepa de|sepa recu)|virt recu|recu|remise|versement|remboursement|avoir|salaire|gutschrift|habenzinsen|zinsgutschrift|eingang|interets crediteurs|deposit|credit|refund|salary|storting|bijschrijving|vklad|prichozi)\b/;

/** −1 for a label that speaks of money paid out, 1 for money received, 0 for one that tells nothing. */
export const labelSign = (label: string): -1 | 0 | 1 => {
  const folded = foldText(label);
  const out = debitLabel.test(folded);
  const comes = creditLabel.test(folded);
  if (out === comes) return 0;
  return out ? -1 : 1;
};

const pending =
  /^(en attente|en cours|a venir|pending|processing|vorgemerkt|umsatz vorgemerkt|in behandeling|scheduled|programme)$/;
const refused =
  /^(refuse|refusee|declined|annule|annulee|cancelled|canceled|reverted|failed|echoue|echouee|rejete|rejetee|rejected)$/;
const booked =
  /^(execute|executee|comptabilise|comptabilisee|termine|terminee|valide|validee|completed|complete|booked|settled|executed|gebucht|umsatz gebucht|posted|cleared|done|reglee?|effectuee?)$/;

/** What a status says about a movement; `unknown` for a text that is no status of a movement. */
export const movementStatus = (text: string): 'booked' | 'pending' | 'refused' | 'unknown' => {
  const folded = foldText(text);
  if (pending.test(folded)) return 'pending';
  if (refused.test(folded)) return 'refused';
  return booked.test(folded) ? 'booked' : 'unknown';
};

import { currencyIn } from './bank-csv-cells.ts';
import type { BankCsvTarget } from './bank-csv-columns.ts';
import { foldHeader, foldText } from './fold-text.ts';

/**
 * Titles by target, the most telling first: French banks (BoursoBank, Crédit Mutuel and CIC, La Banque
 * Postale, Société Générale, BNP Paribas, Crédit Agricole, Caisse d’Épargne and Banque Populaire, LCL, Qonto,
 * Shine, Revolut) and those abroad in English, German, Dutch, Czech, Hungarian, Swedish and Estonian.
 */
const titleTexts: Readonly<Record<Exclude<BankCsvTarget, 'side'>, string>> = {
  bookedOn:
    'date de comptabilisation|date comptable|date de l’opération|date d’opération|date opération|date op|date|date mouvement|date transaction|booking date|posting date|booked on|date completed|completed date|settlement date|transaction date|operation date|buchungstag|buchungsdatum|datum zaúčtování|datum provedení|datum transakce|datum|boekdatum|transactiedatum|tranzakció dátuma|könyvelés dátuma|bokföringsdag|bokföringsdatum|transaktionsdag|kuupäev|kande kuupäev|date de fin|fecha|data|dato|date début|started date|date started|jour',
  valueOn:
    'date de valeur|date valeur|date val|valeur|date de la valeur|value date|valutadatum|valuta|wertstellung|wert|rentedatum|értéknap|valutadag|valutadatum|datum valuty|interest date|fecha valor|data valuta',
  amount:
    'montant|montant de l’opération|montant opération|montant opération en euro|montant net|montant total ttc|amount|transaction amount|total amount incl vat|total amount|net amount|betrag|umsatz|bedrag|částka|zaúčtovaná částka|objem|tranzakció összege|összeg|belopp|summa|importe|importo|beløb|sum|net|kwota|débit crédit|crédit débit|montant débit crédit|debit credit amount|soll haben',
  debit:
    'débit|montant débit|montant au débit|débits|mouvement débit|debit amount|money out|paid out|withdrawals|withdrawal|outflow|soll|belastung|af|uit|debet|utgifter|dépense|dépenses|sortie|sorties|terhelés|deebet|cargo',
  credit:
    'crédit|montant crédit|montant au crédit|crédits|mouvement crédit|credit amount|money in|paid in|deposits|deposit|inflow|haben|gutschrift|bij|recette|recettes|entrée|entrées|jóváírás|insättningar|kreedit|kredit|abono',
  label:
    'libellé|libellé opération|libellé de l’opération|libellé complet opération|libellé complet|label|wording|description|transaction description|intitulé|désignation|nature de l’opération|nature et détails|opération|motif|objet|buchungstext|omschrijving|zpráva pro příjemce|zpráva|közlemény|részletek|details|narrative|memo|text|transaction details|selgitus|rubrik|beskrivning|transaktion|verwendungszweck|mededelingen|payment reference|opis|concepto|descrizione|referencia|libellé simplifié|libellé court|nature',
  details:
    'détail de l’écriture|détail|détails|détail de l’opération|informations complémentaires|complément|complément d’information|communication|communications|communication 1|remittance information|payment details|payment reference|verwendungszweck|libellé 2|poznámka|zpráva pro mě|motif|details|description|omschrijving|mededelingen|note|notes',
  counterparty:
    'nom de la contrepartie|contrepartie|nom contrepartie|counterparty name|counterparty|partner name|payer name|payer|payee|donneur d’ordre|bénéficiaire|beneficiary|beneficiary name|supplier found|supplierfound|tiers|nom du tiers|émetteur|beguenstigter zahlungspflichtiger|begünstigter zahlungspflichtiger|name zahlungsbeteiligter|auftraggeber begünstigter|auftraggeber empfänger|empfänger|naam tegenpartij|naam|název protiúčtu|partner neve|saaja maksja nimi|merchant|name|nom',
  counterpartyIban:
    'iban de la contrepartie|iban contrepartie|compte de la contrepartie|compte contrepartie|compte de contrepartie|counterparty iban|counterparty account|partner iban|partner account|tegenrekening|tegenrekening iban|kontonummer iban|číslo protiúčtu|partner számlaszáma|beneficiary iban|beneficiary account number|payee account number|kontonummer|bank account',
  reference:
    'référence|référence client|ref|réf|références|référence de l’opération|reference|customer reference|end to end id|end to end reference|kundenreferenz|kundenreferenz end to end|kenmerk|variabilní symbol|variabilní symbol 1|vs|viitenumber|reference no|reference number|n° pièce|numéro de pièce|n° chèque|doc no|cheque number',
  bankId:
    'identifiant de transaction|identifiant transaction|id transaction|transaction id|record id|id transakce|transferwise id|bank reference|archival reference|numéro d’opération|n° opération|operation number|referenční číslo transakce|arhiveerimistunnus|id',
  balance:
    'solde|solde après opération|solde courant|solde progressif|solde eur|running balance|balance|account balance|accountbalance|saldo|saldo nach buchung|kontostand|zůstatek|egyenleg|balans|jääk',
  fee: 'frais|fee|fees|commission',
  account:
    'iban du compte|numéro de compte|n° de compte|n° compte|compte|iban|account num|accountnum|account no|account number|account iban|auftragskonto|iban auftraggeberkonto|auftraggeberkonto|rekening|rekeningnummer|číslo účtu|számlaszám|kliendi konto|konto|bank account|account',
  currency:
    'devise|code devise|monnaie|currency|ccy|account currency|währung|waehrung|munt|muntsoort|měna|měna účtu|tranzakció devizaneme|devizanem|valuuta|valuta',
  status: 'statut|état|status|state|info',
};

const sideTitles = new Set(
  'd c|c d|d k|k d|s h|h s|dc|dk|sens|sens operation|sens de l operation|debit credit|credit debit|debit kredit|credit debit indicator|debit credit indicator|debit or credit|cr dr|dr cr|soll haben|af bij|bevetel kiadas|deebet kreedit|deebet kreedit d c|direction|side|signe'.split(
    '|',
  ),
);

/** Words that show another column: an amount in francs or in the currency of the shop, a date of export. */
const contraryTexts: Readonly<Record<Exclude<BankCsvTarget, 'side'>, string>> = {
  bookedOn: 'valeur value valuta val export naissance edition releve echeance due',
  valueOn: 'operation',
  amount:
    'francs frf ht tva vat tax local origine original initial foreign etranger devise currency puvodni instructed exchange change taux rate fee frais commission remaining reste orig date',
  debit:
    'francs card carte date indicator numero type credit kredit haben solde balance saldo cumul total disponible',
  credit:
    'francs card carte date indicator numero type debit debet soll solde balance saldo cumul total disponible',
  label: 'type categorie category sous compte account currency devise iban date mode',
  details: 'type categorie category compte account carte card iban date mode',
  counterparty: 'iban compte account bic code type reference id currency own',
  counterpartyIban: 'nom name bic',
  reference: 'banque bank type date',
  bankId: 'client customer compte account',
  balance: 'date disponible available',
  fee: 'bearer type taux rate',
  account:
    'contrepartie counterparty partner tegen proti payee beneficiary nom name libelle label type solde balance intitule neve nazev owner currency devise',
  currency: 'montant amount taux rate local original origine foreign orig puvodni',
  status: 'client date',
};

/** Words of a title that say nothing about what the column is: currencies, time zones. */
const noise = /^(?:eur|euro|euros|czk|sgd|usd|chf|gbp|huf|sek|pln|dkk|nok|utc|local|locale|ltl)$/;

const bare = (title: string): string => {
  const folded = foldHeader(title);
  const words = folded.split(' ').filter((word) => !noise.test(word));
  return words.length > 0 ? words.join(' ') : folded;
};

const targets = Object.keys(titleTexts) as (keyof typeof titleTexts)[];
const titles = new Map(
  targets.map((target) => [target, [...new Set(titleTexts[target].split('|').map(bare))]]),
);
const contraries = new Map(targets.map((target) => [target, new Set(contraryTexts[target].split(' '))]));

/** Titles of bank tables that no movement needs, beside which the others stand. */
const otherTitles =
  'categorie operation|categorie|sous categorie|category|category parent|type operation|type|type transaction|transaction type|pointage operation|pointage|commentaire operation|commentaire|comment|account label|nom compte|produit|product|bank|banque|montant francs';
const knownTitles = new Set([...[...titles.values()].flat(), ...otherTitles.split('|').map(bare)]);

/** True for a title that tables of banks are known to use. */
export const isBankTitle = (title: string): boolean =>
  knownTitles.has(bare(title)) || sideTitles.has(foldText(title));

/** How well a title names a target, 0 (not at all) to 1. From 0.8 it is one of the known titles itself. */
export const bankTitleScore = (title: string, target: BankCsvTarget): number => {
  if (target === 'side') return sideTitles.has(foldText(title)) ? 1 : 0;
  const folded = bare(title);
  if (folded === '') return 0;
  const known = titles.get(target) ?? [];
  const contrary = contraries.get(target) ?? new Set<string>();
  const original = foldHeader(title).split(' ');
  const rank = known.indexOf(folded);
  if (rank !== -1) {
    const isDay = target === 'bookedOn' || target === 'valueOn';
    // « Montant total (TTC) (local) » is in the currency of the shop; a day counts where the user lives.
    const isSecond = isDay ? /\butc\b/ : /\blocale?\b/;
    // Of two amounts the one in euros is that of a French account.
    const inEuros = !isDay && currencyIn(title) === 'EUR' ? 0.002 : 0;
    return (
      Math.max(0.8, 1 - rank * 0.004) + inEuros - (isSecond.test(foldText(title)) ? (isDay ? 0.002 : 0.3) : 0)
    );
  }
  if (original.some((word) => contrary.has(word))) return 0;
  const words = folded.split(' ');
  let best = 0;
  known.forEach((phrase, index) => {
    if (phrase.length < 4 || !` ${folded} `.includes(` ${phrase} `)) return;
    best = Math.max(best, 0.5 + 0.25 * (phrase.split(' ').length / words.length) - index * 0.002);
  });
  return best;
};

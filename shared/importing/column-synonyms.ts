import { foldHeader } from './fold-text.ts';

/** What a column of an invoice list can be. */
export const importTargets = [
  'number',
  'issuedOn',
  'dueOn',
  'clientName',
  'clientCode',
  'totalCents',
  'paidCents',
  'remainingCents',
  'status',
  'kind',
  'currency',
  'orderReference',
  'email',
  'phone',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'siren',
  'vatNumber',
  'account',
] as const;
export type ImportTarget = (typeof importTargets)[number];

/** What the user reads for a target. */
export const targetNamesFrench: Readonly<Record<ImportTarget, string>> = {
  number: 'Numéro de facture',
  issuedOn: 'Date de facture',
  dueOn: 'Échéance',
  clientName: 'Client',
  clientCode: 'Code client',
  totalCents: 'Montant TTC',
  paidCents: 'Déjà réglé',
  remainingCents: 'Reste à payer',
  status: 'Statut',
  kind: 'Type de document',
  currency: 'Devise',
  orderReference: 'Référence de commande',
  email: 'Adresse e-mail',
  phone: 'Téléphone',
  addressLine1: 'Adresse',
  addressLine2: 'Complément d’adresse',
  postcode: 'Code postal',
  city: 'Ville',
  siren: 'SIREN ou SIRET',
  vatNumber: 'Numéro de TVA',
  account: 'Compte comptable',
};

/** Which columns a target can be read from. */
export const targetTypes: Readonly<Record<ImportTarget, 'text' | 'date' | 'amount'>> = {
  number: 'text',
  issuedOn: 'date',
  dueOn: 'date',
  clientName: 'text',
  clientCode: 'text',
  totalCents: 'amount',
  paidCents: 'amount',
  remainingCents: 'amount',
  status: 'text',
  kind: 'text',
  currency: 'text',
  orderReference: 'text',
  email: 'text',
  phone: 'text',
  addressLine1: 'text',
  addressLine2: 'text',
  postcode: 'text',
  city: 'text',
  siren: 'text',
  vatNumber: 'text',
  account: 'text',
};

/**
 * Titles by target, the most telling first: those that French billing and accounting programs use
 * (law-and-formats.md 6.2) and those of the English ones that their users come from.
 */
const synonymTexts: Readonly<Record<ImportTarget, string>> = {
  number:
    'n° facture|numéro de facture|num facture|no facture|numéro facture|facture n°|invoice number|invoice no|invoice|n° pièce|numéro de pièce|n° de document|numéro document|document number|numéro|n°|num|number|facture|pièce|pièce ref|référence facture|référence|ref|document|nom de la facture|details',
  issuedOn:
    'date de facture|date facture|date d’émission|date émission|émise le|émis le|facturé le|date de facturation|date de pièce|date pièce|date document|invoice date|document date|issue date|issued on|date|date de création|transaction date',
  dueOn:
    'date d’échéance|échéance|date échéance|éch|à payer le|à régler le|date limite|date limite de paiement|date limite de règlement|échéance le|due date|date due|due|due on|payable le|date de règlement prévue|échéance de paiement',
  clientName:
    'nom du client|nom client|client|client nom|raison sociale|raison sociale client|tiers|nom du tiers|nom tiers|libellé tiers|société|entreprise|débiteur|destinataire|customer name|customer|client name|organization|organisation|company name|company|name|nom|intitulé|intitulé client|intitulé du compte|bill to|facturé à|compte tiers libellé',
  clientCode:
    'code client|n° client|numéro client|numéro de client|ref client|référence client|client id|id client|code tiers|compte tiers|n° tiers|compte client|compte auxiliaire|n° compte|customer id|customer number|customer code|client number|client code|id number|id tiers',
  totalCents:
    'montant ttc|total ttc|ttc|net à payer|montant total ttc|montant total|total facture|montant facture|montant de la facture|total amount|invoice total|total incl tax|total|montant|amount|amount one column|net à payer ttc|montant net à payer|montant dû initial',
  paidCents:
    'déjà réglé|montant réglé|réglé|payé|montant payé|encaissé|montant encaissé|total réglé|total payé|acompte|acomptes|acompte versé|règlements|paiements|paid|amount paid|paid amount|amount paid amount|paid to date|payments|montant versé|versé',
  remainingCents:
    'reste à payer|reste dû|restant dû|solde dû|solde|reste à régler|reste à encaisser|montant restant|montant restant dû|restant|impayé|montant impayé|encours|balance|balance due|balance due amount|amount due|outstanding|outstanding amount|open amount|solde restant|solde ttc|solde client|montant dû|reste',
  status:
    'statut|état|statut facture|état facture|état de paiement|statut de paiement|statut paiement|situation|invoice status|status|document status|payment status|paid status|state',
  kind: 'type|type de document|type document|type de pièce|type pièce|nature|document type|type facture|invoice type|kind',
  currency: 'devise|code devise|monnaie|currency|currency code|ccy',
  orderReference:
    'référence commande|ref commande|n° commande|numéro de commande|commande|bon de commande|n° bon de commande|votre référence|po number|purchase order|order number|order reference|po|code service|numéro d’engagement|n° engagement',
  email:
    'email|e mail|adresse email|adresse e mail|mail|courriel|adresse mail|email client|email facturation|email recipient|email address|client email',
  phone:
    'téléphone|tel|tél|n° téléphone|numéro de téléphone|phone|telephone|phone number|mobile|portable|billing phone',
  addressLine1:
    'adresse|adresse 1|adresse ligne 1|rue|adresse de facturation|adresse postale|voie|street|address|address 1|address line 1|billing street|billing address|document recipient address',
  addressLine2:
    'adresse 2|adresse ligne 2|complément d’adresse|complément adresse|complément|address 2|address line 2|billing apt suite|apt suite',
  postcode:
    'code postal|cp|c p|codepostal|zip|zip code|postal code|postcode|billing postal code|billing code',
  city: 'ville|commune|localité|city|town|billing city',
  siren: 'siren|siret|n° siren|n° siret|numéro siren|numéro siret|siren siret',
  vatNumber:
    'tva intracommunautaire|n° tva|numéro de tva|numéro tva|n° tva intracommunautaire|tva intra|n° tva intra|vat number|vat|vat id|vat no',
  account:
    'compte comptable|compte général|account name|numéro de compte|compte|account|comptenum|compte num',
};

/** Words that show another column: an amount without tax, a shipping address, the date of a payment. */
const contraryTexts: Readonly<Record<ImportTarget, string>> = {
  number:
    'client tiers customer commande order po bon devis estimate bill siren siret tva vat telephone phone compte account date montant amount total type code status statut id',
  issuedOn:
    'echeance due paiement payment paid reglement encaissement livraison delivery modif modified updated maj last debut fin expected relance commande naissance limite',
  dueOn: 'partial partiel expected facture emission',
  clientName:
    'first last prenom code id numero num n ref reference adresse address email mail e telephone phone item produit product article projet project file fichier commercial vendeur branch template country pays contact compte account type depuis',
  clientCode: 'nom name email date montant facture',
  totalCents:
    'ht hors tva tax taxe taxes discount remise item article unit unitaire prix price paye paid regle encaisse reste restant solde balance sub subtotal shipping port before withholding rate taux acompte jours quantite qte nombre nb du due fee late two debit credit penalites interets',
  paidCents: 'date le non status statut reste restant impaye mode moyen jours delai last',
  remainingCents:
    'date jours delai initial ouverture opening comptable bancaire running ht hors tva tax taxe taxes vat remise discount',
  status: 'client output relance sync email province county region',
  kind: 'client compte account discount fee remise unit stylename paiement reglement',
  currency: 'taux rate exchange montant amount',
  orderReference: 'date montant total',
  email: 'cc status statut date',
  phone: 'fax',
  addressLine1: 'email mail e livraison shipping ship delivery ip web site',
  addressLine2: 'email mail livraison shipping ship delivery',
  postcode: 'livraison shipping ship client tiers',
  city: 'livraison shipping ship',
  siren: 'emetteur vendeur',
  vatNumber: 'montant amount taux rate total',
  account: 'tiers client auxiliaire id bank bancaire other type group',
};

const bySeparator = <Value>(
  texts: Readonly<Record<ImportTarget, string>>,
  read: (text: string) => Value,
): Readonly<Record<ImportTarget, Value>> =>
  Object.fromEntries(importTargets.map((target) => [target, read(texts[target])])) as Record<
    ImportTarget,
    Value
  >;

/** Folded titles by target, the most telling first. */
export const synonyms = bySeparator(synonymTexts, (text) => [...new Set(text.split('|').map(foldHeader))]);

/** Titles that many kinds of column bear: a proposal made from one of them wants a look. */
export const weakTitles = new Set(
  'details|reference|ref|document|piece|account|compte|type|nature|kind|state|situation|name|nom|intitule|num|n|destinataire|voie|societe|entreprise|acompte|encours'.split(
    '|',
  ),
);

/** Folded words that speak against a target. */
export const contraryWords = bySeparator(contraryTexts, (text) => new Set(text.split(' ')));

const allTitles = new Set([
  ...Object.values(synonyms).flat(),
  ...'montant ht|total ht|ht|tva|montant tva|debit|credit|libelle|description|sens|lettrage|let|letter|country|pays|notes|first name|last name|prenom|contact|quantity|quantite|id|discount|remise|payee|compte|iban|reference|datum|betrag|value date|date valeur|booking date'.split(
    '|',
  ),
]);

/** True for a title that invoice, client and bank lists are known to use. */
export const isKnownHeader = (title: string): boolean => allTitles.has(foldHeader(title));

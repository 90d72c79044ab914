/** A field that a template may use. */
export interface TemplateField {
  readonly name: string;
  /** What the user reads on the chip, French. */
  readonly label: string;
  /** Value for previews without a client. */
  readonly sample: string | number;
  /** What to do when it is empty for a client, French. */
  readonly remedy: string;
}

const company = 'Complétez-le dans Réglages\u00A0› Société.';
const client = 'Complétez-le sur la fiche du client.';
const invoice = 'Complétez-le sur la facture.';
const unless = (what: string): string =>
  `Ce message n’en a pas\u00A0: placez ce passage entre {% if ${what} %} et {% endif %}.`;

/** Everything a template can reach, in the order in which the chips are shown. */
export const templateFields = [
  { name: 'client', label: 'Nom du client', sample: 'Dupont SARL', remedy: client },
  { name: 'contact', label: 'Nom du contact', sample: 'Claire Dupont', remedy: client },
  {
    name: 'factures_liste',
    label: 'Liste des factures',
    sample: '–\u00A0Facture n°\u00A0F-102 du 01/10/2026, échue le 31/10/2026\u00A0: 1\u202F234,56\u00A0€',
    remedy: invoice,
  },
  {
    name: 'tableau',
    label: 'Tableau des factures (courrier)',
    sample: '[factures]',
    remedy: invoice,
  },
  { name: 'nombre_factures', label: 'Nombre de factures', sample: 1, remedy: invoice },
  { name: 'numero', label: 'Numéro de la facture', sample: 'F-102', remedy: invoice },
  { name: 'numero_commande', label: 'Numéro de commande', sample: 'BC-2026-45', remedy: invoice },
  { name: 'date_emission', label: 'Date de la facture', sample: '1ᵉʳ octobre 2026', remedy: invoice },
  { name: 'date_echeance', label: 'Date d’échéance', sample: '31 octobre 2026', remedy: invoice },
  { name: 'jours_de_retard', label: 'Jours de retard', sample: 16, remedy: unless('jours_de_retard') },
  { name: 'montant', label: 'Montant de la facture', sample: '1\u202F234,56\u00A0€', remedy: invoice },
  {
    name: 'reste_a_payer',
    label: 'Reste à payer sur la facture',
    sample: '1\u202F234,56\u00A0€',
    remedy: invoice,
  },
  { name: 'total', label: 'Total à régler', sample: '1\u202F234,56\u00A0€', remedy: invoice },
  {
    name: 'montant_conteste',
    label: 'Montant contesté',
    sample: '200,00\u00A0€',
    remedy: unless('montant_conteste'),
  },
  {
    name: 'a_deduire',
    label: 'Avoirs et règlements déduits',
    sample: '120,00\u00A0€',
    remedy: unless('a_deduire'),
  },
  { name: 'penalites', label: 'Pénalités de retard', sample: '12,34\u00A0€', remedy: unless('penalites') },
  {
    name: 'indemnite',
    label: 'Indemnités de recouvrement',
    sample: '40,00\u00A0€',
    remedy: unless('indemnite'),
  },
  {
    name: 'total_avec_penalites',
    label: 'Total avec pénalités et indemnités',
    sample: '1\u202F286,90\u00A0€',
    remedy: unless('total_avec_penalites'),
  },
  {
    name: 'date_limite',
    label: 'Date limite accordée',
    sample: '2 décembre 2026',
    remedy: 'Indiquez un délai accordé dans l’étape du scénario.',
  },
  {
    name: 'delai_accorde',
    label: 'Délai accordé',
    sample: '8\u00A0jours',
    remedy: 'Indiquez un délai accordé dans l’étape du scénario.',
  },
  {
    name: 'relance_precedente',
    label: 'Relance précédente',
    sample: 'notre relance du 9 novembre 2026',
    remedy: unless('relance_precedente'),
  },
  {
    name: 'paiement',
    label: 'Moyens de paiement',
    sample:
      'Par virement\u00A0: IBAN FR76 3000 6000 0112 3456 7890 189\nTitulaire\u00A0: Atelier Dupré SARL\nRéférence à indiquer\u00A0: F-102',
    remedy: 'Renseignez votre IBAN dans Réglages\u00A0› Société.',
  },
  { name: 'iban', label: 'IBAN', sample: 'FR76 3000 6000 0112 3456 7890 189', remedy: company },
  { name: 'bic', label: 'BIC', sample: 'AGRIFRPP', remedy: company },
  { name: 'titulaire', label: 'Titulaire du compte', sample: 'Atelier Dupré SARL', remedy: company },
  { name: 'reference', label: 'Référence du virement', sample: 'F-102', remedy: invoice },
  { name: 'societe', label: 'Nom de votre société', sample: 'Atelier Dupré SARL', remedy: company },
  { name: 'telephone', label: 'Votre téléphone', sample: '04 78 00 00 00', remedy: company },
  { name: 'email', label: 'Votre e-mail', sample: 'contact@atelier-dupre.example.fr', remedy: company },
  {
    name: 'signature',
    label: 'Signature',
    sample: 'Sandrine Dupré, Gérante\nAtelier Dupré SARL',
    remedy: company,
  },
  {
    name: 'mediateur',
    label: 'Médiateur de la consommation',
    sample: 'CM2C, 14 rue Saint-Jean, 75017 Paris, www.cm2c.net',
    remedy: company,
  },
  { name: 'par_courrier', label: 'Envoi par courrier', sample: 'oui', remedy: unless('par_courrier') },
  { name: 'date_du_jour', label: 'Date du jour', sample: '22 novembre 2026', remedy: company },
] as const satisfies readonly TemplateField[];

export type TemplateFieldName = (typeof templateFields)[number]['name'];

const byName: ReadonlyMap<string, TemplateField> = new Map(
  templateFields.map((field) => [field.name, field]),
);

/** The field of that name; undefined when there is none. */
export const templateField = (name: string): TemplateField | undefined => byName.get(name);

/** Values for a preview without a client; every field has one. */
export const sampleValues = (): Readonly<Record<TemplateFieldName, string | number>> =>
  Object.fromEntries(templateFields.map((field) => [field.name, field.sample])) as Record<
    TemplateFieldName,
    string | number
  >;

/** {@link sampleValues} as a message has them: only a letter has « par_courrier ». */
export const sampleMessageValues = (
  onPaper: boolean,
): Readonly<Record<TemplateFieldName, string | number | undefined>> => ({
  ...sampleValues(),
  ...(onPaper ? {} : { par_courrier: undefined }),
});

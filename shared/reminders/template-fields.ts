/** A field that a template may use. */
export interface TemplateField {
  readonly name: string;
  /** What the user reads on the chip, French. */
  readonly label: string;
  /** What it stands for, French. */
  readonly help: string;
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
  {
    name: 'client',
    label: 'Nom du client',
    help: 'Nom ou raison sociale, comme sur sa fiche.',
    sample: 'Dupont SARL',
    remedy: client,
  },
  {
    name: 'contact',
    label: 'Nom du contact',
    help: 'Personne à qui le message est adressé, si la fiche en donne une.',
    sample: 'Claire Dupont',
    remedy: client,
  },
  {
    name: 'factures_liste',
    label: 'Liste des factures',
    help: 'Une ligne par facture\u00A0: numéro, dates, reste à payer.',
    sample: '–\u00A0Facture n°\u00A0F-102 du 01/10/2026, échue le 31/10/2026\u00A0: 1\u202F234,56\u00A0€',
    remedy: invoice,
  },
  {
    name: 'tableau',
    label: 'Tableau des factures (courrier)',
    help: 'Place du tableau dans un courrier\u202F; dans un e-mail, la liste des factures.',
    sample: '[factures]',
    remedy: invoice,
  },
  {
    name: 'nombre_factures',
    label: 'Nombre de factures',
    help: 'Combien de factures le message réclame\u202F; sert aussi à choisir entre singulier et pluriel.',
    sample: 1,
    remedy: invoice,
  },
  {
    name: 'numero',
    label: 'Numéro de la facture',
    help: 'Numéro de la plus ancienne facture réclamée.',
    sample: 'F-102',
    remedy: invoice,
  },
  {
    name: 'numero_commande',
    label: 'Numéro de commande',
    help: 'Numéro de commande de cette facture, s’il est connu.',
    sample: 'BC-2026-45',
    remedy: invoice,
  },
  {
    name: 'date_emission',
    label: 'Date de la facture',
    help: 'Jour où la plus ancienne facture a été émise.',
    sample: '1ᵉʳ octobre 2026',
    remedy: invoice,
  },
  {
    name: 'date_echeance',
    label: 'Date d’échéance',
    help: 'Jour où la plus ancienne facture devait être réglée.',
    sample: '31 octobre 2026',
    remedy: invoice,
  },
  {
    name: 'jours_de_retard',
    label: 'Jours de retard',
    help: 'Jours écoulés depuis l’échéance de la plus ancienne facture.',
    sample: 16,
    remedy: unless('jours_de_retard'),
  },
  {
    name: 'montant',
    label: 'Montant de la facture',
    help: 'Montant TTC de la plus ancienne facture.',
    sample: '1\u202F234,56\u00A0€',
    remedy: invoice,
  },
  {
    name: 'reste_a_payer',
    label: 'Reste à payer sur la facture',
    help: 'Ce qui reste dû sur la plus ancienne facture.',
    sample: '1\u202F234,56\u00A0€',
    remedy: invoice,
  },
  {
    name: 'total',
    label: 'Total à régler',
    help: 'Ce que le message demande en tout, sans pénalités.',
    sample: '1\u202F234,56\u00A0€',
    remedy: invoice,
  },
  {
    name: 'montant_conteste',
    label: 'Montant contesté',
    help: 'Part en litige, que le message ne demande pas.',
    sample: '200,00\u00A0€',
    remedy: unless('montant_conteste'),
  },
  {
    name: 'a_deduire',
    label: 'Avoirs et règlements déduits',
    help: 'Avoirs et règlements pas encore affectés, déjà retirés du total.',
    sample: '120,00\u00A0€',
    remedy: unless('a_deduire'),
  },
  {
    name: 'penalites',
    label: 'Pénalités de retard',
    help: 'Pénalités de retard calculées au jour du message.',
    sample: '12,34\u00A0€',
    remedy: unless('penalites'),
  },
  {
    name: 'indemnite',
    label: 'Indemnités de recouvrement',
    help: '40\u00A0€ par facture en retard, entre professionnels seulement.',
    sample: '40,00\u00A0€',
    remedy: unless('indemnite'),
  },
  {
    name: 'total_avec_penalites',
    label: 'Total avec pénalités et indemnités',
    help: 'Total à régler, plus pénalités et indemnités.',
    sample: '1\u202F286,90\u00A0€',
    remedy: unless('total_avec_penalites'),
  },
  {
    name: 'date_limite',
    label: 'Date limite accordée',
    help: 'Dernier jour accordé pour régler, selon l’étape du scénario.',
    sample: '2 décembre 2026',
    remedy: 'Indiquez un délai accordé dans l’étape du scénario.',
  },
  {
    name: 'delai_accorde',
    label: 'Délai accordé',
    help: 'Nombre de jours accordés, selon l’étape du scénario.',
    sample: '8\u00A0jours',
    remedy: 'Indiquez un délai accordé dans l’étape du scénario.',
  },
  {
    name: 'relance_precedente',
    label: 'Relance précédente',
    help: 'Le dernier message écrit sur une de ces factures, avec sa date.',
    sample: 'notre relance du 9 novembre 2026',
    remedy: unless('relance_precedente'),
  },
  {
    name: 'paiement',
    label: 'Moyens de paiement',
    help: 'IBAN, titulaire et référence du virement, en trois lignes.',
    sample:
      'Par virement\u00A0: IBAN FR76 3000 6000 0112 3456 7890 189\nTitulaire\u00A0: Atelier Dupré SARL\nRéférence à indiquer\u00A0: F-102',
    remedy: 'Renseignez votre IBAN dans Réglages\u00A0› Société.',
  },
  {
    name: 'iban',
    label: 'IBAN',
    help: 'Votre IBAN seul, par groupes de quatre.',
    sample: 'FR76 3000 6000 0112 3456 7890 189',
    remedy: company,
  },
  { name: 'bic', label: 'BIC', help: 'Votre BIC seul.', sample: 'AGRIFRPP', remedy: company },
  {
    name: 'titulaire',
    label: 'Titulaire du compte',
    help: 'Nom exact du titulaire du compte.',
    sample: 'Atelier Dupré SARL',
    remedy: company,
  },
  {
    name: 'reference',
    label: 'Référence du virement',
    help: 'Ce que le client doit indiquer avec son virement.',
    sample: 'F-102',
    remedy: invoice,
  },
  {
    name: 'lien_paiement',
    label: 'Lien de paiement',
    help: 'Adresse pour payer en ligne, avec le montant et la référence, si vous en avez une.',
    sample: 'https://payer.atelier-dupre.example/?montant=1234.56&ref=F-102',
    remedy: unless('lien_paiement'),
  },
  {
    name: 'societe',
    label: 'Nom de votre société',
    help: 'Nom de votre société.',
    sample: 'Atelier Dupré SARL',
    remedy: company,
  },
  {
    name: 'telephone',
    label: 'Votre téléphone',
    help: 'Votre numéro, tel que dans Réglages\u00A0› Société.',
    sample: '04 78 00 00 00',
    remedy: company,
  },
  {
    name: 'email',
    label: 'Votre e-mail',
    help: 'Votre adresse e-mail.',
    sample: 'contact@atelier-dupre.example.fr',
    remedy: company,
  },
  {
    name: 'signature',
    label: 'Signature',
    help: 'Signataire, société, téléphone et e-mail\u202F; dans un courrier, le nom seul.',
    sample: 'Sandrine Dupré, Gérante\nAtelier Dupré SARL',
    remedy: company,
  },
  {
    name: 'mediateur',
    label: 'Médiateur de la consommation',
    help: 'Médiateur de la consommation, pour les particuliers.',
    sample: 'CM2C, 14 rue Saint-Jean, 75017 Paris, www.cm2c.net',
    remedy: company,
  },
  {
    name: 'par_courrier',
    label: 'Envoi par courrier',
    help: 'Rempli dans un courrier, vide dans un e-mail\u00A0: sert à choisir entre deux tournures.',
    sample: 'oui',
    remedy: unless('par_courrier'),
  },
  {
    name: 'date_du_jour',
    label: 'Date du jour',
    help: 'Jour où le message est écrit.',
    sample: '22 novembre 2026',
    remedy: company,
  },
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

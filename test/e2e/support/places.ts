/** Every place of the navigation, in its order. */
export const places = [
  'Ma semaine',
  'Tableau de bord',
  'Balance âgée',
  'Clients',
  'Relances',
  'Courriers',
  'Litiges',
  'Contentieux',
  'Encaissements',
  'Trésorerie',
  'Réglages',
  'Importer',
  'Journal',
] as const;

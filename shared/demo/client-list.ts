import type { ClientSegment, DebtorRegime } from '../ledger/client.ts';

/** How an invented client pays; payment-habit.ts gives the days. */
export type Pace = 'prompt' | 'steady' | 'slow' | 'late' | 'worst';

export interface DemoClient {
  /** Also the middle of its e-mail domain. */
  readonly key: string;
  readonly name: string;
  readonly regime: DebtorRegime;
  readonly pace: Pace;
  /** Person who receives the reminders. */
  readonly person: string;
  /** Share of the invoices, 1 to 14. */
  readonly weight: number;
  readonly segment: ClientSegment;
}

type Line = readonly [key: string, name: string, pace: Pace, person: string, weight: number];

const professionals: readonly Line[] = [
  ['charpentes-orval', 'Charpentes Orval SAS', 'slow', 'Hélène Orval', 9],
  ['agence-merlot', 'Agence Merlot Architectes', 'steady', 'Paul Merlot', 8],
  ['hotel-belvaux', 'Hôtel Belvaux', 'slow', 'Inès Carel', 7],
  ['batilor', 'Batilor Construction', 'worst', 'Service comptabilité', 9],
  ['promotion-lysandre', 'Promotion Lysandre', 'late', 'Marc Evrand', 7],
  ['bois-et-teintes', 'Bois & Teintes', 'slow', 'Claire Noguès', 5],
  ['renov-sarcel', 'Rénov’Habitat Sarcel', 'late', 'Didier Sarcel', 7],
  ['cuisines-novaline', 'Cuisines Novaline', 'late', 'Sophie Amblard', 6],
  ['tilleuls-verts', 'SCI Les Tilleuls Verts', 'worst', 'Alain Requier', 5],
  ['cabinet-ferrand', 'Cabinet Ferrand & Associés', 'slow', 'Julie Ferrand', 5],
  ['la-gentiane', 'Restaurant La Gentiane Dorée', 'slow', 'Olivier Pascaud', 5],
  ['maurelle', 'Constructions Maurelle SARL', 'worst', 'Patrick Maurelle', 6],
  ['ateliers-quervain', 'Ateliers Quervain', 'steady', 'Nadia Quervain', 6],
  ['tavel-second-oeuvre', 'Tavel Second Œuvre', 'slow', 'Romain Tavel', 6],
  ['office-vallier', 'Office Vallier', 'steady', 'Camille Vallier', 4],
  ['garage-tournelle', 'Garage de la Tournelle', 'steady', 'Éric Bonnefis', 4],
  ['bailly-promotion', 'Bailly-Rosset Promotion', 'late', 'Gérard Bailly', 6],
  ['domaine-arolles', 'Domaine des Arolles Blancs', 'steady', 'Anne-Lise Morand', 6],
  ['sci-vaurelle', 'SCI Vaurelle Foncière', 'worst', 'Sandrine Vaurelle', 3],
  ['agence-perrin', 'Agence Perrinaz Design', 'prompt', 'Lucie Perrinaz', 6],
  ['transports-gallois', 'Transports Galloisey', 'worst', 'Thierry Galloisey', 5],
  ['carrelages-montrel', 'Carrelages Montrel', 'late', 'Bruno Montrel', 5],
  ['maisons-celadon', 'Maisons Céladon', 'prompt', 'Florence Aubry', 14],
  ['groupe-arvelis', 'Groupe Arvélis Immobilier', 'steady', 'Direction financière', 14],
  ['charvet-agencement', 'Charvinet Agencement', 'prompt', 'Luc Charvinet', 10],
  ['boulangerie-lormel', 'Boulangerie Lormel', 'prompt', 'Élodie Lormel', 4],
  ['pharmacie-des-cimes', 'Pharmacie des Trois Cimes', 'prompt', 'Dr Vincent Lassagne', 4],
  ['clinique-solange', 'Clinique Sainte-Solange', 'steady', 'Service fournisseurs', 8],
  ['ossatures-dremont', 'Ossatures Drémont', 'steady', 'Yann Drémont', 8],
  ['verre-et-baies', 'Verre & Baies du Lac', 'prompt', 'Karim Belhadi', 7],
  ['toitures-ancelin', 'Toitures Ancelinet', 'steady', 'Michel Ancelinet', 7],
  ['studio-oriane', 'Studio Oriane Décoration', 'prompt', 'Oriane Fabret', 6],
  ['brasserie-quai-nord', 'Brasserie du Quai Nord', 'slow', 'Fabien Huchet', 5],
  ['coop-alpage', 'Coopérative de l’Alpage Haut', 'steady', 'Martine Dufayet', 6],
  ['optique-valmer', 'Optique Valmeraine', 'prompt', 'Sarah Valmer', 4],
  ['gites-hautecombe', 'Gîtes de Haute-Ravine', 'slow', 'Denis Jourdan', 4],
  ['menuiseries-du-semnet', 'Menuiseries du Semnet', 'prompt', 'Jean Semnet', 8],
  ['plomberie-astier', 'Plomberie Astérieux', 'steady', 'Kevin Astérieux', 5],
  ['notaires-du-parc', 'Étude notariale du Parc Clos', 'prompt', 'Me Agnès Thiery', 3],
  ['auto-ecole-declic', 'Auto-école Déclic Savoie', 'slow', 'Lionel Ganz', 3],
  ['fleurs-de-cendre', 'Fleurs de Cendrine', 'steady', 'Cendrine Mallet', 3],
  ['imprimerie-rouvel', 'Imprimerie Rouvellat', 'steady', 'Guy Rouvellat', 4],
  ['cave-des-lanches', 'Cave des Lanchettes', 'prompt', 'Rémi Lanchet', 4],
  ['energie-bois-nant', 'Énergie Bois Nantais-le-Haut', 'late', 'Cyril Gontard', 5],
];

const publicBodies: readonly Line[] = [
  ['mairie-saint-orens', 'Commune de Saint-Orens-des-Scies', 'slow', 'Service des finances', 7],
  ['ecole-aubert', 'Syndicat scolaire de Val-Aubert', 'steady', 'Mme Perrot', 5],
  ['cc-hautes-combes', 'Communauté de communes des Hautes-Combes', 'steady', 'Service marchés', 7],
  ['college-brevent', 'Collège Marguerite-Brévent', 'slow', 'Gestionnaire', 4],
];

const consumers: readonly Line[] = [
  ['dupraz', 'M. Henri Dupraziel', 'steady', 'Henri Dupraziel', 2],
  ['roussel', 'Mme Odette Rousselin', 'prompt', 'Odette Rousselin', 2],
  ['lemarchand', 'M. et Mme Lemarquand', 'prompt', 'Julien Lemarquand', 3],
  ['kessler', 'Mme Ingrid Kesslerin', 'prompt', 'Ingrid Kesslerin', 2],
  ['bertholon', 'M. Alain Bertholonge', 'slow', 'Alain Bertholonge', 2],
  ['fontanel', 'Mme Lucie Fontanelle-Rey', 'prompt', 'Lucie Fontanelle-Rey', 2],
  ['ziani', 'M. Samir Zianet', 'steady', 'Samir Zianet', 2],
  ['pommier', 'Mme Chantal Pommerat', 'prompt', 'Chantal Pommerat', 2],
  ['delorme', 'M. Xavier Delormois', 'steady', 'Xavier Delormois', 2],
];

const associations: readonly Line[] = [
  ['syndic-clairmont', 'Syndicat des copropriétaires Le Clairmontel', 'slow', 'M. Audin, syndic', 5],
  ['theatre-des-planches', 'Association Théâtre des Planches Hautes', 'slow', 'Manon Terrier', 3],
  ['club-nautique', 'Club nautique de la Baie d’Albe', 'steady', 'Hugo Sarran', 3],
];

const segments: Readonly<Record<Pace, ClientSegment>> = {
  prompt: 'regular',
  steady: 'regular',
  slow: 'regular',
  late: 'late-payer',
  worst: 'late-payer',
};

const ofRegime = (lines: readonly Line[], regime: DebtorRegime): readonly DemoClient[] =>
  lines.map(([key, name, pace, person, weight]) => ({
    key,
    name,
    regime,
    pace,
    person,
    weight,
    segment: weight > 9 ? 'key-account' : segments[pace],
  }));

/** The sixty invented clients; any likeness of a name is chance. */
export const demoClientList: readonly DemoClient[] = [
  ...ofRegime(professionals, 'b2b'),
  ...ofRegime(publicBodies, 'public'),
  ...ofRegime(consumers, 'b2c'),
  ...ofRegime(associations, 'non-professional'),
];

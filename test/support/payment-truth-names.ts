import { pick, type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import { chance } from './payment-truth-chance.ts';

/**
 * Names of clients and of those who pay for them. Few surnames and trades for many clients, on purpose: every
 * portfolio has its four Martins, its « Garage Dubois » and its « Dubois Garage Services ».
 */
const surnames =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson'.split(
    ' ',
  );
const givenNames =
  'Jean Marie Pierre Michel Anne Philippe Nathalie Alain Isabelle Nicolas Sylvie Christophe Hélène Julien Émilie'.split(
    ' ',
  );
const trades =
  'Garage|Menuiserie|Boulangerie|Plomberie|Électricité|Transports|Imprimerie|Pharmacie|Restaurant|Cabinet|Maçonnerie|Charpente|Pépinières|Carrosserie|Ambulances|Optique|Fleurs|Hôtel|Traiteur|Peinture|Serrurerie|Couverture|Terrassement|Informatique'.split(
    '|',
  );
const invented =
  'Novalis|Altéa|Sodimat|Bâtiplus|Technova|Euroflex|Agrisud|Alpha Conseil|Logis Services|Axéo|Proxival|Médialys|Solutys|Cap Ouest|Rhône Distribution|Atelier du Port|Les Trois Chênes|Horizon Bleu|Delta Nettoyage|Gamma Consulting|Isoclair|Vitalia|Ecoterre|Maison Verte|Nord Emballages|Sud Emballages'.split(
    '|',
  );
const stems =
  'Nova|Alti|Sodi|Bati|Tech|Euro|Agri|Logi|Axe|Proxi|Medi|Solu|Cap|Vita|Eco|Iso|Trans|Multi|Inter|Uni'.split(
    '|',
  );
const endings = 'lis|mat|plus|nova|flex|sud|val|tys|ouest|tec|rama|clair|terre|pro|max|concept'.split('|');
const forms = ['SARL', 'SAS', 'EURL', 'SASU', 'SA', 'SCI', 'SNC', 'SELARL'] as const;
export const cities =
  'Lyon|Nantes|Saint-Étienne|Rennes|Bordeaux|Le Mans|Angers|Dijon|Grenoble|Tours|Limoges|Amiens|Metz|Brest|Nîmes|Aix-en-Provence|La Rochelle|Saint-Nazaire|Vannes|Quimper|Laval|Cholet|Niort|Poitiers|Bourges|Troyes|Reims|Arras|Valence|Annecy|Chambéry|Gap|Albi|Tarbes|Pau|Bayonne|Périgueux|Castres|Béziers|Saint-Malo|Saint-Brieuc|Saint-Dizier|Romans-sur-Isère|Villeneuve-sur-Lot'.split(
    '|',
  );

export interface InventedClient {
  readonly name: string;
  readonly city: string;
  /** Names under which others pay for it: its owner, its group, its accountant. */
  readonly others: readonly string[];
}

/** A client as an accounting tool would hold it. */
export const inventClient = (random: Random): InventedClient => {
  const city = pick(random, cities);
  const surname = pick(random, surnames);
  const person = `${pick(random, givenNames)} ${surname}`;
  const form = pick(random, forms);
  const group = `${pick(random, ['Groupe', 'Holding', 'Financière', 'SAS'])} ${pick(random, surnames)}`;
  const others = [`${chance(random, 0.5) ? 'M ' : ''}${pick(random, givenNames)} ${surname}`, group];
  const draw = random();
  if (draw < 0.38) return { name: `${pick(random, trades)} ${surname}`, city, others };
  if (draw < 0.53) return { name: `${form} ${pick(random, trades)} ${surname}`, city, others };
  if (draw < 0.58) return { name: `${pick(random, invented)} ${form}`, city, others };
  if (draw < 0.73) return { name: `${pick(random, stems)}${pick(random, endings)} ${form}`, city, others };
  if (draw < 0.83) return { name: `${surname} et Fils ${form}`, city, others };
  if (draw < 0.93)
    return {
      name: `${pick(random, ['M.', 'Mme', ''])} ${person}`.trim(),
      city,
      others: [others[1] ?? group],
    };
  return { name: `Mairie de ${city}`, city, others: [`Trésorerie ${city}`, 'DDFiP Gestion comptable'] };
};

/** As banks print it: capitals without accents. */
export const inCapitals = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/gi, 'OE')
    .replace(/[^\p{L}\p{N} .&/,:+*'()-]/gu, ' ')
    .toUpperCase();

const withoutForm = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !(forms as readonly string[]).includes(word) && !['M.', 'Mme'].includes(word))
    .join(' ');

const mistyped = (random: Random, name: string): string => {
  const at = wholeBetween(random, 1, Math.max(1, name.length - 2));
  return chance(random, 0.5)
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
};

const abbreviated = (name: string): string =>
  name
    .replace(/Saint-/, 'ST ')
    .replace(/Transports/, 'TRPTS')
    .replace(/Électricité/, 'ELEC')
    .replace(/Boulangerie/, 'BOUL')
    .replace(/Menuiserie/, 'MENUIS')
    .replace(/Établissements/, 'ETS');

export type NameWay =
  | 'same'
  | 'other-form'
  | 'longer'
  | 'reordered'
  | 'mistyped'
  | 'learned'
  | 'unknown'
  | 'none';

/** How the payer's name stands on the statement; empty where there is none. */
export const writtenName = (random: Random, client: InventedClient, way: NameWay): string => {
  const bare = withoutForm(client.name);
  switch (way) {
    case 'same':
      return inCapitals(client.name);
    case 'other-form':
      return inCapitals(
        chance(random, 0.5) ? bare : chance(random, 0.5) ? `${pick(random, forms)} ${bare}` : `ETS ${bare}`,
      );
    case 'longer':
      return inCapitals(
        `${client.name} ${chance(random, 0.6) ? client.city : pick(random, ['SERVICES', 'FRANCE', 'COMPTABILITE'])}`,
      );
    case 'reordered': {
      const words = bare.split(' ');
      if (words.length < 2) return inCapitals(bare);
      if (chance(random, 0.3))
        return inCapitals(`${words[0]?.slice(0, 1) ?? ''} ${words.slice(1).join(' ')}`);
      return inCapitals([...words.slice(1), words[0]].join(' '));
    }
    case 'mistyped':
      return chance(random, 0.5)
        ? inCapitals(abbreviated(client.name))
        : mistyped(random, inCapitals(client.name));
    case 'learned':
    case 'unknown':
      return inCapitals(pick(random, client.others));
    case 'none':
      return '';
  }
};

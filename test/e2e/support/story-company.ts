import iconv from 'iconv-lite';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { AgeingBucket } from '../../../shared/ledger/ageing.ts';

/** A client of the story, as the export of a billing program knows him. */
export interface StoryClient {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

export interface StoryInvoice {
  readonly number: string;
  readonly client: StoryClient;
  /** Days from the story's first day to the due date; negative = late. */
  readonly dueIn: number;
  readonly totalCents: number;
  readonly paidCents: number;
}

const client = (
  name: string,
  email: string,
  street: string,
  postcode: string,
  city: string,
): StoryClient => ({
  name,
  email,
  street,
  postcode,
  city,
});

export const lefevre = client(
  'Ébénisterie Lefèvre',
  'compta@lefevre.example',
  '4 rue des Lilas',
  '69003',
  'Lyon',
);
export const boeuf = client(
  'Le Bœuf à l’Œillet',
  'gestion@boeuf.example',
  '18 quai Saint-Antoine',
  '69002',
  'Lyon',
);
export const muller = client(
  'Garage Müller',
  'atelier@muller.example',
  '7 route de Colmar',
  '67000',
  'Strasbourg',
);
export const noel = client(
  'Pâtisserie Noël',
  'bonjour@noel.example',
  '2 place du Marché',
  '42000',
  'Saint-Étienne',
);
export const beausejour = client(
  'Hôtel Beauséjour',
  'direction@beausejour.example',
  '31 avenue de la Gare',
  '74000',
  'Annecy',
);
export const celik = client(
  'Menuiserie Çelik SARL',
  'celik@celik.example',
  '12 chemin du Bois',
  '38000',
  'Grenoble',
);
export const facades = client(
  'Société des Façades',
  'compta@facades.example',
  '90 cours Lafayette',
  '69003',
  'Lyon',
);
export const imprimerie = client(
  'Imprimerie du Port',
  'factures@port.example',
  '5 quai du Port',
  '13002',
  'Marseille',
);
export const clinique = client(
  'Clinique Saint-Éloi',
  'achats@saint-eloi.example',
  '1 rue de la Clinique',
  '34000',
  'Montpellier',
);
const durand = client('Cabinet Durand', 'cabinet@durand.example', '8 rue Haute', '21000', 'Dijon');
const transports = client(
  'Transports Réunis',
  'exploitation@reunis.example',
  '44 zone des Forges',
  '57100',
  'Thionville',
);
const librairie = client(
  'Librairie L’Écume',
  'librairie@ecume.example',
  '3 rue du Château',
  '44000',
  'Nantes',
);

/** Thirty invoices of twelve clients, from three months late to not yet due. */
export const storyInvoices: readonly StoryInvoice[] = (
  [
    [lefevre, -10, 1_240_00, 0],
    [lefevre, 12, 480_50, 0],
    [boeuf, -18, 2_316_40, 0],
    [boeuf, -16, 199_99, 0],
    [muller, -9, 862_40, 0],
    [muller, 20, 310_00, 0],
    [noel, -9, 145_20, 0],
    [beausejour, -20, 3_180_50, 0],
    [beausejour, 25, 1_590_25, 0],
    [celik, -40, 5_120_00, 0],
    [facades, -75, 7_845_30, 0],
    [facades, -62, 1_210_00, 0],
    [facades, -12, 640_00, 0],
    [imprimerie, -8, 960_00, 0],
    [imprimerie, 30, 240_00, 0],
    [clinique, -17, 2_400_00, 400_00],
    [clinique, -95, 1_000_00, 999_50],
    [durand, 0, 1_875_00, 0],
    [durand, 10, 625_00, 0],
    [durand, -45, 730_00, 730_00],
    [transports, -2, 1_118_70, 0],
    [transports, -1, 86_10, 0],
    [transports, 18, 2_044_00, 0],
    [librairie, 3, 355_80, 0],
    [librairie, 33, 71_20, 0],
    [librairie, -60, 512_00, 512_00],
    [lefevre, -70, 900_00, 900_00],
    [boeuf, -50, 415_60, 415_60],
    [transports, -33, 1_300_00, 1_300_00],
    [imprimerie, -28, 777_77, 777_77],
  ] as const
).map(([of, dueIn, totalCents, paidCents], index) => ({
  number: `F-2026-${String(index + 101)}`,
  client: of,
  dueIn,
  totalCents,
  paidCents,
}));

export const openCents = ({ totalCents, paidCents }: StoryInvoice): number => totalCents - paidCents;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const storyOpenCents = sum(storyInvoices.map(openCents));

/** What the aged balance must show, computed here by hand: due today is not overdue. */
export const storyBuckets = (): Readonly<Record<AgeingBucket, number>> => {
  const inside = (from: number, to: number): number =>
    sum(storyInvoices.filter(({ dueIn }) => -dueIn >= from && -dueIn <= to).map(openCents));
  return {
    notDue: inside(Number.NEGATIVE_INFINITY, 0),
    d1to30: inside(1, 30),
    d31to60: inside(31, 60),
    d61to90: inside(61, 90),
    over90: inside(91, Number.POSITIVE_INFINITY),
  };
};

const amount = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

const line = (invoice: StoryInvoice, today: Day): string => {
  const { name, email, street, postcode, city } = invoice.client;
  const dueOn = addDays(today, invoice.dueIn);
  return [
    invoice.number,
    name,
    formatDay(addDays(dueOn, -30)),
    formatDay(dueOn),
    amount(invoice.totalCents),
    amount(invoice.paidCents),
    amount(openCents(invoice)),
    email,
    street,
    postcode,
    city,
  ].join(';');
};

/**
 * The file that the story imports: as an older billing program writes it, in Windows-1252 with semicolons. Beside
 * the good lines it has one with an impossible date and one that repeats an invoice.
 */
export const storyFile = (today: Day): Uint8Array => {
  const lines = storyInvoices.map((invoice) => line(invoice, today));
  const [first = ''] = lines;
  return iconv.encode(
    [
      'N° facture;Client;Date de facture;Échéance;Montant TTC;Déjà réglé;Reste à payer;E-mail;Adresse;Code postal;Ville',
      ...lines,
      first,
      'F-2026-199;Société des Façades;31/02/2026;31/03/2026;100,00;0,00;100,00;;;;',
      '',
    ].join('\r\n'),
    'win1252',
  );
};

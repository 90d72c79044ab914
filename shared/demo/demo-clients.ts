import { addDays, type Day } from '../dates/day.ts';
import type { Client, Contact, PostalAddress } from '../ledger/client.ts';
import { type DemoClient, demoClientList } from './client-list.ts';
import { momentOf } from './demo-rows.ts';
import { inventedSiren, inventedVatNumber } from './invented-identifiers.ts';
import { pick, type Random, wholeBetween } from './seeded-random.ts';

/** Row id of a client of the list. */
export const demoClientId = (key: string): string => `client-${key}`;

const towns: readonly (readonly [postcode: string, city: string])[] = [
  ['74000', 'ANNECY'],
  ['74150', 'RUMILLY'],
  ['74910', 'SEYSSEL'],
  ['01200', 'VALSERHÔNE'],
  ['01350', 'CULOZ-BÉON'],
  ['01300', 'BELLEY'],
  ['73100', 'AIX-LES-BAINS'],
  ['73000', 'CHAMBÉRY'],
  ['01100', 'OYONNAX'],
  ['74960', 'ANNECY'],
];

const streets: readonly string[] = [
  'rue des Varlopes',
  'avenue du Vieux-Pressoir',
  'chemin de la Scierie-Haute',
  'impasse des Rabots',
  'route de Montcendre',
  'place du Petit-Marché-Clos',
  'allée des Merisiers-Rouges',
  'rue du Four-à-Tuiles',
];

const addressOf = (random: Random): PostalAddress => {
  const [postcode, city] = pick(random, towns);
  return {
    lines: [`${wholeBetween(random, 1, 148)} ${pick(random, streets)}`],
    postcode,
    city,
    country: 'France',
  };
};

/** ARCEP keeps 04 65 71 for works of fiction: nobody answers there. */
const phoneOf = (random: Random): string => {
  const last = String(wholeBetween(random, 0, 9999)).padStart(4, '0');
  return `04 65 71 ${last.slice(0, 2)} ${last.slice(2)}`;
};

const contactsOf = (spec: DemoClient, random: Random): readonly Contact[] => {
  const phone = phoneOf(random);
  const person = { id: `contact-${spec.key}-1`, name: spec.person, role: 'reminders' as const, phone };
  // One client without an address to write to, so that the data-quality list has something to say.
  if (spec.key === 'roussel') return [person];
  const mailbox = spec.regime === 'b2c' ? 'contact' : 'compta';
  const main: Contact = { ...person, email: `${mailbox}@${spec.key}.test` };
  if (spec.regime === 'b2c' || spec.weight < 5) return [main];
  return [
    main,
    {
      id: `contact-${spec.key}-2`,
      name: 'Direction',
      role: 'decision-maker',
      email: `direction@${spec.key}.test`,
      phone: phoneOf(random),
    },
  ];
};

const special = (key: string, today: Day): Partial<Client> => {
  switch (key) {
    case 'maurelle':
      return {
        insolvency: {
          kind: 'reorganisation',
          judgmentOn: addDays(today, -30),
          publishedOn: addDays(today, -20),
          court: 'Tribunal de commerce de Lyon, 2026J00000',
          trustee: 'Selarl Mandataires du Rhône (exemple)\n1 place de l’Exemple\n69000 Lyon',
        },
      };
    case 'sci-vaurelle':
      return { excludedReason: 'Société d’un ancien associé\u00A0: la gérante s’en occupe elle-même' };
    case 'groupe-arvelis':
      return { directDebit: true };
    case 'batilor':
      return { rate: { kind: 'fixed', basisPoints: 1200 } };
    default:
      return {};
  }
};

/** Days after issue on the invoices of a client. */
export const demoTermDays = (spec: DemoClient): number => {
  if (spec.regime === 'b2c') return 15;
  return spec.weight >= 8 && spec.regime === 'b2b' ? 45 : 30;
};

/** The client rows, created on `createdOn`. */
export const demoClients = (today: Day, createdOn: Day, random: Random): readonly Client[] =>
  demoClientList.map((spec, index) => {
    const siren = spec.regime === 'b2c' ? undefined : inventedSiren(index + 1);
    return {
      id: demoClientId(spec.key),
      name: spec.name,
      code: `411${spec.key.replaceAll('-', '').slice(0, 6).toUpperCase()}`,
      regime: spec.regime,
      segment: spec.segment,
      siren,
      vatNumber: siren === undefined || spec.regime !== 'b2b' ? undefined : inventedVatNumber(siren),
      address: addressOf(random),
      contacts: contactsOf(spec, random),
      rate: { kind: 'statutory' },
      terms: { kind: 'net', days: demoTermDays(spec) },
      directDebit: false,
      createdAt: momentOf(createdOn, '07:30'),
      ...special(spec.key, today),
    };
  });

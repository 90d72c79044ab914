import type { TableColumn } from './column-type.ts';
import { foldHeader } from './fold-text.ts';

/** What a column of a contact list can be. */
const contactTargets = [
  'organisation',
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'mobile',
  'title',
  'street',
  'street2',
  'street3',
  'postcode',
  'city',
  'country',
  'code',
  'siren',
  'vatNumber',
] as const;
export type ContactTarget = (typeof contactTargets)[number];

/** Index of the column (from 0) of each target; absent = not in the list. */
export type ContactColumns = { readonly [Target in ContactTarget]?: number };

/**
 * Titles by target, the most telling first: Google Contacts, Outlook in French and English, Apple, Invoice
 * Ninja, FreshBooks, and what French programs write.
 */
const titleTexts: Readonly<Record<ContactTarget, string>> = {
  organisation:
    'raison sociale|société|organization 1 name|organization name|organisation|organization|company|company name|entreprise|client|nom du client|nom client|nom de la société|customer name|client name|tiers|nom du tiers|intitulé|établissement',
  name: 'nom complet|full name|display name|contact|nom du contact|contact name|interlocuteur|name|nom',
  firstName: 'prénom|given name|first name|firstname|prénom du contact|contact first name',
  lastName: 'nom de famille|family name|last name|lastname|contact last name|surname',
  email:
    'adresse de messagerie|e mail address|e mail 1 value|email 1 value|email|e mail|courriel|mail|adresse e mail|adresse email|adresse mail|email address|e mail facturation|contact email|adresse de messagerie 2',
  phone:
    'téléphone bureau|téléphone professionnel|business phone|phone 1 value|téléphone|tél|tel|phone|telephone|phone number|work phone|n° de téléphone|numéro de téléphone|téléphone fixe|téléphone principal|primary phone|company main phone|contact phone|tél bureau',
  mobile:
    'tél mobile|téléphone mobile|mobile phone|mobile|portable|tél portable|téléphone portable|gsm|cell phone',
  title:
    'fonction|profession|job title|organization 1 title|organization title|poste|rôle|role|titre du poste|qualité',
  street:
    'rue bureau|business street|address 1 street|billing street|adresse|adresse 1|rue|adresse ligne 1|address line 1|street|address|adresse de facturation|billing address|voie|adresse postale|rue domicile|home street',
  street2:
    'rue bureau 2|business street 2|address 1 extended address|billing apt suite|adresse 2|complément d’adresse|complément adresse|adresse ligne 2|address line 2|apt suite',
  street3: 'rue bureau 3|business street 3|adresse 3|adresse ligne 3|address line 3|lieu dit',
  postcode:
    'code postal bureau|business postal code|address 1 postal code|billing postal code|code postal|cp|postal code|zip|zip code|postcode|code postal domicile|home postal code',
  city: 'ville bureau|business city|address 1 city|billing city|ville|city|commune|localité|town|ville domicile|home city',
  country:
    'pays région bureau|pays bureau|business country region|business country|address 1 country|billing country|pays|country',
  code: 'code client|code tiers|n° client|numéro client|numéro de client|référence client|compte tiers|compte auxiliaire|client number|customer number|customer code|customer id|client id|id number|code',
  siren: 'siren|siret|n° siren|n° siret|numéro siren|numéro siret|siren siret',
  vatNumber:
    'tva intracommunautaire|n° tva intracommunautaire|n° tva|numéro de tva|numéro tva|tva intra|vat number|vat|vat id',
};

const titles = new Map(
  contactTargets.map((target) => [target, titleTexts[target].split('|').map(foldHeader)]),
);

/** How many more rows a column fills than another, for two columns of one title (Invoice Ninja has « Phone » twice). */
const filledShare = (rows: readonly (readonly string[])[], index: number): number =>
  rows.filter((cells) => (cells[index] ?? '').trim() !== '').length / Math.max(1, rows.length);

/**
 * Which column is what, by titles. « Nom » alone names the client; beside « Prénom » it is the family name,
 * beside a company the person.
 */
export const contactColumns = (
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): ContactColumns => {
  const pairs = contactTargets.flatMap((target) =>
    columns.flatMap((column) => {
      const rank = (titles.get(target) ?? []).indexOf(foldHeader(column.header));
      return rank === -1
        ? []
        : [{ target, index: column.index, rank: rank - filledShare(rows, column.index) }];
    }),
  );
  pairs.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const chosen: { [Target in ContactTarget]?: number } = {};
  const used = new Set<number>();
  for (const { target, index } of pairs) {
    if (chosen[target] !== undefined || used.has(index)) continue;
    // Outlook lists « Business Street » and « Home Street »: the one that is filled counts.
    const isEmpty = (column: number): boolean => filledShare(rows, column) === 0;
    if (isEmpty(index) && pairs.some((other) => other.target === target && !isEmpty(other.index))) continue;
    chosen[target] = index;
    used.add(index);
  }
  if (chosen.firstName !== undefined && chosen.lastName === undefined && chosen.name !== undefined) {
    chosen.lastName = chosen.name;
    delete chosen.name;
  }
  if (chosen.name !== undefined && chosen.organisation === undefined) {
    // Invoice Ninja and most billing tools call the client « Name ».
    chosen.organisation = chosen.name;
    delete chosen.name;
  }
  return chosen;
};

/** True when these columns make a contact list: somebody's name and a way to reach or recognise him. */
export const areContacts = (columns: ContactColumns): boolean =>
  [columns.organisation, columns.name, columns.lastName, columns.firstName, columns.email].some(
    (index) => index !== undefined,
  ) &&
  [columns.email, columns.phone, columns.mobile, columns.street, columns.city, columns.siren].some(
    (index) => index !== undefined,
  );

import { normaliseEmailAddress } from '../identifiers/email-address.ts';
import type { PostalAddress } from '../ledger/client.ts';
import { quotedFrench } from './bank-problem.ts';
import { roleOfTitle } from './contact-role.ts';
import type { ContactProblem, ContactRow } from './contact-row.ts';
import { type VcardProperty, vcardParts, vcardProperties, vcardText } from './vcard-lines.ts';

/** Beyond these a file is refused or cut: no address book of a small business comes near them. */
export const vcardLimits = { bytes: 20_000_000, cards: 20_000 };

const one = (properties: readonly VcardProperty[], name: string): string =>
  vcardText(
    properties.find((property) => property.name === name && property.value.trim() !== '')?.value ?? '',
  );

/** The preferred one: `PREF`, then that of the office, then the first. */
const preferred = (properties: readonly VcardProperty[]): VcardProperty | undefined => {
  const rank = ({ preference, types }: VcardProperty): number =>
    (preference === undefined ? 200 : preference) + (types.includes('WORK') ? 0 : 100);
  return properties.reduce<VcardProperty | undefined>(
    (best, candidate) => (best === undefined || rank(candidate) < rank(best) ? candidate : best),
    undefined,
  );
};

const named = (properties: readonly VcardProperty[], name: string): readonly VcardProperty[] =>
  properties.filter((property) => property.name === name && property.value.replace(/[;\s]/g, '') !== '');

const phoneOf = (properties: readonly VcardProperty[]): string => {
  const spoken = named(properties, 'TEL').filter(
    ({ types }) => !types.includes('FAX') && !types.includes('PAGER'),
  );
  return (
    vcardText(preferred(spoken)?.value ?? '')
      .replace(/^tel:/i, '')
      .split(';')[0]
      ?.trim() ?? ''
  );
};

const addressOf = (properties: readonly VcardProperty[]): PostalAddress | undefined => {
  const found = preferred(named(properties, 'ADR'));
  if (!found) return undefined;
  const [box = '', extended = '', street = '', city = '', , postcode = '', country = ''] = vcardParts(
    found.value,
  );
  const lines = [extended, street, box]
    .flatMap((text) => text.split('\n'))
    .map((text) => (text.trim().endsWith(',') ? text.trim().slice(0, -1) : text.trim()))
    .filter((text) => text !== '');
  if (lines.length === 0 && city === '' && postcode === '') return undefined;
  return { lines, postcode, city, ...(country !== '' && { country }) };
};

const nameOf = (properties: readonly VcardProperty[]): string => {
  const full = one(properties, 'FN');
  if (full !== '') return full.replace(/\s+/g, ' ');
  const [family = '', given = '', additional = ''] = vcardParts(named(properties, 'N')[0]?.value ?? '');
  return [given, additional, family]
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
};

const rowOf = (
  properties: readonly VcardProperty[],
  line: number,
  problems: ContactProblem[],
): ContactRow | undefined => {
  const organisation = (vcardParts(named(properties, 'ORG')[0]?.value ?? '')[0] ?? '').replace(/\s+/g, ' ');
  const fullName = nameOf(properties);
  const showsCompany = one(properties, 'X-ABSHOWAS').toUpperCase() === 'COMPANY';
  const kind = one(properties, 'KIND').toLowerCase();
  // A list of members is no contact.
  if (kind === 'group' || properties.some(({ name }) => name === 'X-ADDRESSBOOKSERVER-MEMBER'))
    return undefined;
  const isCompany = showsCompany || kind === 'org' || fullName === organisation;
  const company = organisation === '' && isCompany ? fullName : organisation;
  const name = isCompany ? '' : fullName;
  if (company === '' && name === '') {
    problems.push({
      severity: 'error',
      kind: 'no-name',
      line,
      message: 'Cette fiche n’a ni nom ni société. Elle est laissée de côté.',
    });
    return undefined;
  }
  const written = vcardText(preferred(named(properties, 'EMAIL'))?.value ?? '').replace(/^mailto:/i, '');
  const email = written === '' ? undefined : normaliseEmailAddress(written);
  if (email && !email.ok)
    problems.push({
      severity: 'warning',
      kind: 'invalid-email',
      line,
      message: `${quotedFrench(written)} n’est pas une adresse e-mail. La fiche est lue sans elle.`,
    });
  const title = one(properties, 'TITLE') || one(properties, 'ROLE');
  const role = roleOfTitle(
    `${one(properties, 'TITLE')} ${one(properties, 'ROLE')} ${vcardParts(named(properties, 'ORG')[0]?.value ?? '')[1] ?? ''}`,
  );
  const phone = phoneOf(properties);
  const address = addressOf(properties);
  return {
    line,
    ...(company !== '' && { organisation: company }),
    ...(name !== '' && { name }),
    ...(email?.ok && { email: email.value }),
    ...(phone !== '' && { phone }),
    ...(title !== '' && { title }),
    ...(role !== undefined && { role }),
    ...(address && { address }),
  };
};

/** True when a text is a vCard. */
export const looksLikeVcard = (text: string): boolean => /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2000));

/**
 * Reads every card of a vCard file. A card without end was cut off and is left out with a problem; cards
 * inside cards (`AGENT` of version 2.1) are passed over. Never throws.
 */
export const readVcards = (
  text: string,
): { readonly rows: readonly ContactRow[]; readonly problems: readonly ContactProblem[] } => {
  const rows: ContactRow[] = [];
  const problems: ContactProblem[] = [];
  let depth = 0;
  let start = 0;
  let card: VcardProperty[] = [];
  const cutOff = (): void => {
    problems.push({
      severity: 'error',
      kind: 'cut-off',
      line: start,
      message:
        'Cette fiche n’a pas de fin : le fichier est incomplet. Exportez vos contacts une nouvelle fois.'.replace(
          ' :',
          '\u00a0:',
        ),
    });
  };
  for (const property of vcardProperties(text)) {
    const isCardMark = property.value.trim().toUpperCase() === 'VCARD';
    if (property.name === 'BEGIN' && isCardMark) {
      const isNested = depth > 0 && card.at(-1)?.name === 'AGENT';
      if (depth > 0 && !isNested) cutOff();
      depth = isNested ? depth + 1 : 1;
      if (depth === 1) {
        card = [];
        start = property.line;
      }
    } else if (property.name === 'END' && isCardMark) {
      if (depth === 1) {
        const row = rowOf(card, start, problems);
        if (row) rows.push(row);
      }
      depth = Math.max(0, depth - 1);
      if (rows.length >= vcardLimits.cards) {
        problems.push({
          severity: 'error',
          kind: 'too-big',
          line: property.line,
          message: 'Ce carnet d’adresses compte trop de fiches. Exportez-le en plusieurs fois.',
        });
        return { rows: [], problems };
      }
    } else if (depth === 1) card.push(property);
  }
  if (depth > 0) cutOff();
  return { rows, problems };
};

import { normaliseEmailAddress } from '../identifiers/email-address.ts';
import { sirenOf } from '../identifiers/siren.ts';
import { quotedFrench } from './bank-problem.ts';
import { areContacts, type ContactColumns, type ContactTarget, contactColumns } from './contact-columns.ts';
import { roleOfTitle } from './contact-role.ts';
import type { ContactProblem, ContactReading, ContactRow } from './contact-row.ts';
import { decodeText } from './encoding.ts';
import { readTable, type Table, type TableError } from './table.ts';
import { looksLikeVcard, readVcards, vcardLimits } from './vcard.ts';

export type { ContactProblem, ContactReading, ContactRow } from './contact-row.ts';

/** No address book of a small business comes near it. */
const mostContacts = vcardLimits.cards;

const advice =
  'Exportez vos contacts au format vCard (.vcf) ou CSV depuis votre carnet d’adresses ou votre logiciel de facturation.';

const nothing = (
  format: ContactReading['format'],
  kind: ContactProblem['kind'],
  message: string,
): ContactReading => ({ format, rows: [], problems: [{ severity: 'error', kind, message }] });

const refused = (error: TableError): ContactReading => {
  switch (error.kind) {
    case 'empty-file':
    case 'no-rows':
      return nothing('csv', 'empty-file', `Ce fichier ne contient aucun contact. ${advice}`);
    case 'damaged-workbook':
      return nothing(
        'xlsx',
        'damaged',
        `Ce classeur est endommagé, incomplet ou protégé par un mot de passe. ${advice}`,
      );
    case 'too-big':
      return nothing(
        'csv',
        'too-big',
        'Ce fichier est trop volumineux pour une liste de contacts. Exportez-la en plusieurs fois.',
      );
    case 'foreign-file':
    case 'not-tabular':
    case 'header-row-not-found':
      return nothing('csv', 'not-contacts', `Aucun contact n’a été reconnu dans ce fichier. ${advice}`);
  }
};

/** The first of several values in one cell: Google writes « a ::: b », others « a; b ». */
const firstOf = (cell: string, separator: RegExp): string =>
  (cell.split(' ::: ')[0] ?? '').split(separator)[0]?.trim() ?? '';

const rowsOf = (
  table: Table,
  columns: ContactColumns,
): { readonly rows: readonly ContactRow[]; readonly problems: readonly ContactProblem[] } => {
  const problems: ContactProblem[] = [];
  const rows = table.rows.flatMap(({ cells, line, irregular }): readonly ContactRow[] => {
    const text = (target: ContactTarget): string => {
      const index = columns[target];
      return index === undefined ? '' : (cells[index] ?? '').trim();
    };
    if (irregular === 'long') {
      problems.push({
        severity: 'error',
        kind: 'unreadable-line',
        line,
        message: 'Cette ligne compte plus de cellules que de titres. Elle est laissée de côté.',
      });
      return [];
    }
    const even = (value: string): string => value.replace(/\s+/g, ' ');
    const person =
      text('name') || [text('firstName'), text('lastName')].filter((part) => part !== '').join(' ');
    const organisation = even(firstOf(text('organisation'), /\n/));
    const name = even(person);
    const written = firstOf(text('email'), /[;,\s]+/).replace(/^<|>$/g, '');
    const email = written === '' ? undefined : normaliseEmailAddress(written);
    if (organisation === '' && name === '') {
      if (written === '' && cells.every((cell) => cell.trim() === '')) return [];
      problems.push({
        severity: 'error',
        kind: 'no-name',
        line,
        message: 'Cette ligne n’a ni nom ni société. Elle est laissée de côté.',
      });
      return [];
    }
    if (email && !email.ok)
      problems.push({
        severity: 'warning',
        kind: 'invalid-email',
        line,
        message: `${quotedFrench(written)} n’est pas une adresse e-mail. La ligne est lue sans elle.`,
      });
    const siren = text('siren') === '' ? undefined : sirenOf(text('siren'));
    if (text('siren') !== '' && siren === undefined)
      problems.push({
        severity: 'warning',
        kind: 'invalid-siren',
        line,
        message: `${quotedFrench(text('siren'))} n’est ni un SIREN ni un SIRET. La ligne est lue sans lui.`,
      });
    const phone = firstOf(text('phone'), /\n/) || firstOf(text('mobile'), /\n/);
    const title = even(text('title'));
    const role = roleOfTitle(title);
    const lines = (['street', 'street2', 'street3'] as const)
      .flatMap((target) => text(target).split(/\r\n|\r|\n/))
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const hasAddress = lines.length > 0 || text('postcode') !== '' || text('city') !== '';
    const vatNumber = text('vatNumber').replace(/\s/g, '').toUpperCase();
    return [
      {
        line,
        ...(organisation !== '' && { organisation }),
        // Invoice Ninja and FreshBooks repeat a private person as the client's name.
        ...(name !== '' && name !== organisation && { name }),
        ...(email?.ok && { email: email.value }),
        ...(phone !== '' && { phone }),
        ...(title !== '' && { title }),
        ...(role !== undefined && { role }),
        ...(hasAddress && {
          address: {
            lines,
            postcode: text('postcode'),
            city: text('city'),
            ...(text('country') !== '' && { country: text('country') }),
          },
        }),
        ...(text('code') !== '' && { code: text('code') }),
        ...(siren !== undefined && { siren }),
        ...(vatNumber !== '' && { vatNumber }),
      },
    ];
  });
  return { rows, problems };
};

/** The sheet or table that is a list of contacts. */
const contactTable = (
  bytes: Uint8Array,
  first: Table,
): { readonly table: Table; readonly columns: ContactColumns } | undefined => {
  const tables = [first];
  for (const sheet of first.sheets) {
    if (sheet === first.sheet) continue;
    const read = readTable(bytes, { sheet, limits: { rows: mostContacts } });
    if (read.ok) tables.push(read.value);
  }
  for (const table of tables) {
    const columns = contactColumns(
      table.columns,
      table.rows.map(({ cells }) => cells),
    );
    if (areContacts(columns)) return { table, columns };
  }
  return undefined;
};

/**
 * Reads a contact list, told by its content: vCard 2.1, 3.0 or 4.0, a CSV file or a workbook with titles in
 * French or English (Google, Outlook, Invoice Ninja, FreshBooks…). Values that are no e-mail address or SIREN
 * are reported and left out; the contact is kept. Never throws.
 */
export const readContacts = (bytes: Uint8Array): ContactReading => {
  if (bytes.length === 0) return nothing('csv', 'empty-file', `Ce fichier est vide. ${advice}`);
  const start = decodeText(bytes.subarray(0, 4096)).text;
  if (looksLikeVcard(start)) {
    if (bytes.length > vcardLimits.bytes)
      return nothing(
        'vcard',
        'too-big',
        'Ce carnet d’adresses est trop volumineux. Exportez-le sans les photos, ou en plusieurs fois.',
      );
    const { rows, problems } = readVcards(decodeText(bytes).text);
    if (rows.length === 0 && problems.length === 0)
      return nothing('vcard', 'empty-file', `Ce fichier ne contient aucun contact. ${advice}`);
    return { format: 'vcard', rows, problems };
  }
  const read = readTable(bytes, { limits: { rows: mostContacts } });
  if (!read.ok) return refused(read.error);
  const format = read.value.format === 'xlsx' ? 'xlsx' : 'csv';
  const found = contactTable(bytes, read.value);
  if (!found)
    return nothing(
      format,
      'not-contacts',
      `Aucune colonne de nom ni d’adresse e-mail n’a été reconnue dans ce fichier. ${advice}`,
    );
  const { rows, problems } = rowsOf(found.table, found.columns);
  return { format, rows, problems };
};

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ContactRow, readContacts } from '../../../../shared/importing/contacts.ts';
import { utf8Bytes } from './fixture.ts';

const rowsOf = (text: string): readonly ContactRow[] => readContacts(utf8Bytes(text)).rows;
const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('vCard', () => {
  it('4.0: preferred address, telephone as a link, escapes, address', () => {
    expect(
      rowsOf(
        card(
          'VERSION:4.0',
          'FN:Anne Lefèvre',
          'N:Lefèvre;Anne;;;',
          'ORG:Ateliers Martin\\, Fils;Achats',
          'TITLE:Responsable comptable',
          'EMAIL;TYPE=home:anne@perso.example',
          'EMAIL;PREF=1;TYPE=work:compta@martin.example',
          'TEL;VALUE=uri;TYPE="work,voice":tel:+33-4-78-00-00-00',
          'TEL;TYPE=fax:+33 4 78 00 00 01',
          'ADR;TYPE=work:;Bâtiment B;12 rue des Forges\\nZone artisanale;Lyon;;69003;France',
        ),
      ),
    ).toEqual([
      {
        line: 1,
        organisation: 'Ateliers Martin, Fils',
        name: 'Anne Lefèvre',
        email: 'compta@martin.example',
        phone: '+33-4-78-00-00-00',
        title: 'Responsable comptable',
        role: 'accounting',
        address: {
          lines: ['Bâtiment B', '12 rue des Forges', 'Zone artisanale'],
          postcode: '69003',
          city: 'Lyon',
          country: 'France',
        },
      },
    ]);
  });

  it('3.0 of a telephone: groups, folded lines, a company shown as such', () => {
    expect(
      rowsOf(
        `${card(
          'VERSION:3.0',
          'N:;;;;',
          'FN:Garage du Pont',
          'ORG:Garage du Pont;',
          'X-ABShowAs:COMPANY',
          'item1.EMAIL;type=INTERNET;type=pref:contact@garage',
          ' .example',
          'item1.X-ABLabel:Atelier',
          'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ',
          ' AAAAAAAAAAAA==',
        )}${card('VERSION:3.0', 'FN:Paul Durand', 'TEL;TYPE=CELL:06 12 34 56 78')}`,
      ),
    ).toEqual([
      { line: 1, organisation: 'Garage du Pont', email: 'contact@garage.example' },
      { line: 13, name: 'Paul Durand', phone: '06 12 34 56 78' },
    ]);
  });

  it('2.1 of Outlook: quoted-printable over several lines, character set, bare parameters', () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;H=C3=A9l=C3=A8ne',
      'FN;LANGUAGE=fr;CHARSET=Windows-1252;QUOTED-PRINTABLE:H=E9l=E8ne Lef=E8vre',
      'ORG;ENCODING=QUOTED-PRINTABLE:Soci=C3=A9t=C3=A9 d=E2=80=99=',
      'exploitation des carri=C3=A8res',
      'TEL;WORK;VOICE:04 78 00 00 00',
      'TEL;WORK;FAX:04 78 00 00 01',
      'ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;1 rue du Puits=0D=0AB=C3=A2t. A;Dijon;;21000;France',
      'EMAIL;PREF;INTERNET:helene@carrieres.example',
    );
    expect(rowsOf(text)).toMatchObject([
      {
        organisation: 'Société d’exploitation des carrières',
        name: 'Hélène Lefèvre',
        phone: '04 78 00 00 00',
        email: 'helene@carrieres.example',
        address: { lines: ['1 rue du Puits', 'Bât. A'], postcode: '21000', city: 'Dijon' },
      },
    ]);
  });

  it('bytes of Windows-1252 and of UTF-16', () => {
    const text = card('VERSION:2.1', 'FN:Hélène Forêt', 'ORG:Société Générale d’été');
    for (const encoding of ['windows-1252', 'utf-16le'])
      expect(
        readContacts(iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1252' })).rows,
      ).toMatchObject([{ organisation: 'Société Générale d’été', name: 'Hélène Forêt' }]);
  });

  it('a card inside a card is no contact of its own', () => {
    expect(
      rowsOf(
        card(
          'VERSION:2.1',
          'FN:Anne',
          'AGENT:',
          'BEGIN:VCARD',
          'FN:Assistant',
          'END:VCARD',
          'EMAIL:anne@a.example',
        ),
      ),
    ).toEqual([{ line: 1, name: 'Anne', email: 'anne@a.example' }]);
  });

  it('a card without end, one without a name, an address that is none, a list of members', () => {
    const { rows, problems } = readContacts(
      utf8Bytes(
        `${card('VERSION:3.0', 'EMAIL:x@a.example')}${card('FN:Anne', 'EMAIL:anne at a')}${card('KIND:group', 'FN:Amis')}BEGIN:VCARD\r\nFN:Paul\r\nEMAIL:pau`,
      ),
    );
    expect(rows).toEqual([{ line: 5, name: 'Anne' }]);
    expect(problems.map(({ severity, kind, line }) => [severity, kind, line])).toEqual([
      ['error', 'no-name', 1],
      ['warning', 'invalid-email', 5],
      ['error', 'cut-off', 13],
    ]);
  });
});

describe('tables of contacts', () => {
  it('Google', () => {
    const text =
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country\nAnne,,Lefèvre,Ateliers Martin,Gérante,* myContacts,Work,anne@martin.example ::: a@perso.example,Work,04 78 00 00 00,"12 rue des Forges\nBât. B",Lyon,69003,France\n';
    expect(rowsOf(text)).toEqual([
      {
        line: 2,
        organisation: 'Ateliers Martin',
        name: 'Anne Lefèvre',
        email: 'anne@martin.example',
        phone: '04 78 00 00 00',
        title: 'Gérante',
        role: 'decision-maker',
        address: {
          lines: ['12 rue des Forges', 'Bât. B'],
          postcode: '69003',
          city: 'Lyon',
          country: 'France',
        },
      },
    ]);
  });

  it('Outlook in French and in English', () => {
    const french =
      '"Titre","Prénom","Deuxième prénom","Nom","Suffixe","Société","Service","Profession","Rue (bureau)","Rue (bureau) 2","Rue (bureau) 3","Ville (bureau)","Dép/Région (bureau)","Code postal (bureau)","Pays/Région (bureau)","Télécopie (bureau)","Téléphone (bureau)","Tél. mobile","Adresse de messagerie","Type de messagerie"\n"Mme","Anne","","Lefèvre","","Ateliers Martin","","Comptable","12 rue des Forges","","","Lyon","","69003","France","04 78 00 00 01","04 78 00 00 00","06 12 34 56 78","anne@martin.example","SMTP"\n';
    const english =
      '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street","Business Street 2","Business Street 3","Business City","Business State","Business Postal Code","Business Country/Region","Business Fax","Business Phone","Mobile Phone","E-mail Address","E-mail Type"\n"Mme","Anne","","Lefèvre","","Ateliers Martin","","Comptable","12 rue des Forges","","","Lyon","","69003","France","04 78 00 00 01","04 78 00 00 00","06 12 34 56 78","anne@martin.example","SMTP"\n';
    const expected = {
      line: 2,
      organisation: 'Ateliers Martin',
      name: 'Anne Lefèvre',
      email: 'anne@martin.example',
      phone: '04 78 00 00 00',
      title: 'Comptable',
      role: 'accounting',
      address: { lines: ['12 rue des Forges'], postcode: '69003', city: 'Lyon', country: 'France' },
    };
    expect(readContacts(iconv.encode(french, 'windows-1252')).rows).toEqual([expected]);
    expect(rowsOf(english)).toEqual([expected]);
  });

  it('a French client list, with SIREN and code', () => {
    const text =
      'Code client;Raison sociale;Contact;E-mail;Téléphone;Adresse;CP;Ville;SIRET;N° TVA\nC001;Ateliers Martin;Anne Lefèvre;compta@martin.example;04 78 00 00 00;12 rue des Forges;69003;Lyon;732 829 320 00074;FR 44 732829320\nC002;Garage du Pont;;pas d’adresse;;;;;123;\n;;;seul@a.example;;;;;;\n';
    const { rows, problems, format } = readContacts(utf8Bytes(text));
    expect(format).toBe('csv');
    expect(rows).toMatchObject([
      {
        line: 2,
        code: 'C001',
        organisation: 'Ateliers Martin',
        siren: '732829320',
        vatNumber: 'FR44732829320',
      },
      { line: 3, code: 'C002', organisation: 'Garage du Pont' },
    ]);
    expect(rows[1]).not.toHaveProperty('email');
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['invalid-email', 3],
      ['invalid-siren', 3],
      ['no-name', 4],
    ]);
  });

  it('what is no contact list', () => {
    for (const [text, kind] of [
      ['', 'empty-file'],
      ['Bonjour.\nBien à vous', 'not-contacts'],
      ['Date;Libellé;Montant\n01/02/2026;A;1,00\n', 'not-contacts'],
      ['%PDF-1.7', 'not-contacts'],
    ] as const)
      expect(readContacts(utf8Bytes(text))).toMatchObject({
        rows: [],
        problems: [{ severity: 'error', kind }],
      });
  });
});

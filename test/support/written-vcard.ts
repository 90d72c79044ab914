/** A contact as it should be read again. */
export interface WrittenContact {
  readonly organisation?: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: {
    readonly lines: readonly string[];
    readonly postcode: string;
    readonly city: string;
  };
}

export interface VcardStyle {
  readonly version: '2.1' | '3.0' | '4.0';
  readonly lineEnd: '\r\n' | '\n';
  /** Longest line in characters before it is folded. */
  readonly width: number;
  readonly groups: boolean;
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');

/** Quoted-printable of UTF-8 (RFC 2045 6.7), every byte but letters and figures written in hexadecimal. */
const quotedPrintable = (text: string): readonly string[] =>
  [...new TextEncoder().encode(text)].map((byte) =>
    /[A-Za-z0-9 ;\\]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );

const folded = (line: string, { width, lineEnd }: VcardStyle): string => {
  const pieces: string[] = [];
  let rest = [...line];
  while (rest.length > width) {
    pieces.push(rest.slice(0, width).join(''));
    rest = rest.slice(width);
  }
  return [...pieces, rest.join('')].join(`${lineEnd} `);
};

const property = (name: string, value: string, style: VcardStyle, group: string): string => {
  const prefix = style.groups ? `${group}.` : '';
  if (style.version !== '2.1') return folded(`${prefix}${name}:${value}`, style);
  if (/^[\x20-\x7e]*$/.test(value)) return `${prefix}${name}:${value}`;
  const lines: string[] = [''];
  for (const piece of quotedPrintable(value)) {
    if ((lines.at(-1) ?? '').length + piece.length >= style.width) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return `${prefix}${name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${lines.join(`=${style.lineEnd}`)}`;
};

/** Version 2.1 escapes nothing but the delimiter of structured values; line ends are quoted-printable. */
const text = (value: string, version: VcardStyle['version']): string =>
  version === '2.1' ? value.replaceAll('\\', '\\\\').replaceAll(';', '\\;') : escaped(value);

/** Writes contacts as a vCard file; the inverse of what `readContacts` reads. */
export const writtenVcards = (contacts: readonly WrittenContact[], style: VcardStyle): string =>
  contacts
    .flatMap(({ organisation, name, email, phone, address }, index) => {
      const line = (title: string, value: string): string => property(title, value, style, `item${index}`);
      const plain = (value: string): string => text(value, style.version);
      const work = style.version === '2.1' ? 'WORK' : 'TYPE=WORK';
      return [
        'BEGIN:VCARD',
        `VERSION:${style.version}`,
        line('FN', plain(name)),
        line('N', `${plain(name)};;;;`),
        ...(organisation === undefined ? [] : [line('ORG', plain(organisation))]),
        ...(email === undefined ? [] : [line(`EMAIL;${work}`, email)]),
        ...(phone === undefined
          ? []
          : [line(`TEL;${work}`, style.version === '4.0' ? `tel:${phone}` : phone)]),
        ...(address === undefined
          ? []
          : [
              line(
                `ADR;${work}`,
                [
                  ';',
                  plain(address.lines.join('\n')),
                  plain(address.city),
                  '',
                  plain(address.postcode),
                  '',
                ].join(';'),
              ),
            ]),
        'END:VCARD',
      ];
    })
    .concat('')
    .join(style.lineEnd);

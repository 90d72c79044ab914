import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { frenchPdfError, readPdfAttachments } from '../../../../shared/importing/pdf-attachments.ts';
import { parsePdfValue, pdfText } from '../../../../shared/importing/pdf-value.ts';
import { errorOf, successOf, utf8Bytes } from './fixture.ts';

const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : [...part],
    ),
  );

const content = utf8Bytes('<a>été</a>');
const packed = zlibSync(content);

/** A PDF with one attachment, its parts as given. */
const pdf = ({
  specification = '<< /Type /Filespec /F (factur-x.xml) /EF << /F 2 0 R >> >>',
  dictionary = `<< /Filter /FlateDecode /Length ${packed.length} >>`,
  data = packed,
  tail = '',
}: {
  readonly specification?: string;
  readonly dictionary?: string;
  readonly data?: Uint8Array;
  readonly tail?: string | Uint8Array;
} = {}): Uint8Array =>
  joined(
    `%PDF-1.7\n1 0 obj\n${specification}\nendobj\n2 0 obj\n${dictionary}\nstream\r\n`,
    data,
    '\r\nendstream\nendobj\n',
    tail,
    '\ntrailer << /Root 5 0 R >>\n%%EOF',
  );

const only = (bytes: Uint8Array) => {
  const [attachment, ...others] = successOf(readPdfAttachments(bytes));
  expect(others).toEqual([]);
  return attachment;
};

describe('attachments of a PDF', () => {
  it.each<[string, Parameters<typeof pdf>[0]]>([
    ['a plain one', {}],
    [
      'a name in UTF-16',
      { specification: '<< /UF <FEFF0066006100630074007500720061> /EF << /UF 2 0 R >> >>' },
    ],
    ['a name with octal signs', { specification: '<</F(fact\\165ra)/EF<</F 2 0 R>>>>' }],
    [
      'its files elsewhere',
      {
        specification: '<< /F 6 0 R /EF 7 0 R >>',
        tail: '6 0 obj (factura) endobj 7 0 obj << /F 2 0 R >> endobj',
      },
    ],
    ['a list of filters', { dictionary: '<< /Filter [ /FlateDecode ] >>' }],
    [
      'a length elsewhere',
      { dictionary: '<< /Length 8 0 R /Filter /Fl >>', tail: `8 0 obj ${packed.length} endobj` },
    ],
    ['no packing', { dictionary: `<< /Length ${content.length} >>`, data: content }],
    [
      'its specification inside a list',
      { specification: '[ (factura) << /F (factura) /EF << /F 2 0 R >> >> ]' },
    ],
  ])('are found with %s', (_, parts) => {
    const attachment = only(pdf(parts));
    expect(attachment?.bytes).toEqual(content);
    expect(attachment?.name).toMatch(/^factu/);
  });

  it('a later version of an object goes before the former one', () => {
    const newer = zlibSync(utf8Bytes('<b/>'));
    const updated = joined(
      pdf(),
      `\n2 0 obj << /Filter /FlateDecode /Length ${newer.length} >> stream\n`,
      newer,
      '\nendstream endobj\n%%EOF',
    );
    expect(only(updated)?.bytes).toEqual(utf8Bytes('<b/>'));
  });

  it('a PDF inside the PDF is not read as part of it', () => {
    const inner = pdf({ specification: '<< /F (inner.xml) /EF << /F 2 0 R >> >>' });
    const outer = pdf({ dictionary: `<< /Length ${inner.length} >>`, data: inner });
    expect(only(outer)).toMatchObject({ name: 'factur-x.xml', bytes: inner });
  });

  it('only the wanted ones are unpacked', () => {
    expect(
      successOf(readPdfAttachments(pdf({ data: utf8Bytes('broken') }), (name) => name !== 'factur-x.xml')),
    ).toEqual([]);
  });

  it.each<[string, Parameters<typeof pdf>[0]]>([
    ['pdf-filter', { dictionary: '<< /Filter /LZWDecode >>' }],
    ['pdf-filter', { dictionary: '<< /Filter [ /ASCII85Decode /FlateDecode ] >>' }],
    ['pdf-filter', { dictionary: '<< /Filter /FlateDecode /DecodeParms << /Predictor 12 >> >>' }],
    ['pdf-damaged', { data: packed.subarray(0, packed.length - 6) }],
    ['pdf-damaged', { specification: '<< /F (factur-x.xml) /EF << /F 9 0 R >> >>' }],
  ])('a refusal %s is told in French', (kind, parts) => {
    const error = errorOf(readPdfAttachments(pdf(parts)));
    expect(error.kind).toBe(kind);
    expect(frenchPdfError(error)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('values of a PDF', () => {
  it('are read as they are written', () => {
    const value = parsePdfValue(
      '<< /A#20B [1 -2.5 (x\\(y\\)\\n) <4142 4>] % comment\n /C 12 0 R /D true /E << >> >>',
    );
    expect(value).toEqual({
      kind: 'dictionary',
      entries: new Map<string, unknown>([
        [
          'A B',
          {
            kind: 'array',
            items: [
              { kind: 'number', number: 1 },
              { kind: 'number', number: -2.5 },
              { kind: 'string', bytes: 'x(y)\n' },
              { kind: 'string', bytes: 'AB@' },
            ],
          },
        ],
        ['C', { kind: 'reference', number: 12 }],
        ['D', { kind: 'other' }],
        ['E', { kind: 'dictionary', entries: new Map() }],
      ]),
    });
  });

  it('texts are UTF-16 with a mark, else Latin-1', () => {
    expect([pdfText('\xfe\xff\x00\xe9\x20\xac'), pdfText('caf\xe9')]).toEqual(['é€', 'café']);
  });
});

import { fail, ok, type Result } from '../result.ts';
import { inflateZlibBounded } from './bounded-inflate.ts';
import { endsStreamAt, latinText, type PdfObjectSpan, scanPdf } from './pdf-objects.ts';
import { type PdfValue, parsePdfValue, pdfText } from './pdf-value.ts';

/** A file inside a PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type PdfError =
  | { readonly kind: 'not-pdf' }
  | { readonly kind: 'pdf-too-big'; readonly actual: number; readonly limit: number }
  /** Protected by a password or rights: its attachments cannot be read. */
  | { readonly kind: 'pdf-encrypted' }
  /** An attachment is cut off or broken. */
  | { readonly kind: 'pdf-damaged' }
  /** Unpacked, it passes what an invoice can hold: a bomb. */
  | { readonly kind: 'pdf-bomb'; readonly limit: number }
  /** An attachment is packed in a way that invoices do not use. */
  | { readonly kind: 'pdf-filter'; readonly filter: string };

const fileLimit = 60_000_000;
const attachmentLimit = 10_000_000;
const objectStreamLimit = 40_000_000;
const bodyLimit = 2_000_000;
const attachmentCountLimit = 50;
const objectsPerStream = 100_000;

/** Finds objects by number, wherever they stand; texts are cut out only when asked for. */
interface PdfDocument {
  readonly bytes: Uint8Array;
  readonly spans: ReadonlyMap<number, PdfObjectSpan>;
  /** Objects that stood inside object streams. */
  readonly packed: ReadonlyMap<number, string>;
  /** Values already read: a hostile file may refer to one large object a hundred thousand times. */
  readonly read: Map<number, PdfValue>;
}

const bodyText = (bytes: Uint8Array, span: PdfObjectSpan): string =>
  latinText(bytes, span.bodyStart, Math.min(span.bodyEnd, span.bodyStart + bodyLimit));

const objectValue = (document: PdfDocument, number: number): PdfValue | undefined => {
  const known = document.read.get(number);
  if (known) return known;
  const span = document.spans.get(number);
  const text = span ? bodyText(document.bytes, span) : document.packed.get(number);
  if (text === undefined) return undefined;
  const value = parsePdfValue(text);
  document.read.set(number, value);
  return value;
};

/** Follows references, a few steps at most: a circle of them ends in nothing. */
const resolve = (document: PdfDocument, value: PdfValue | undefined): PdfValue | undefined => {
  let current = value;
  for (let step = 0; current?.kind === 'reference' && step < 8; step += 1) {
    current = objectValue(document, current.number);
  }
  return current?.kind === 'reference' ? undefined : current;
};

const entry = (value: PdfValue | undefined, key: string): PdfValue | undefined =>
  value?.kind === 'dictionary' ? value.entries.get(key) : undefined;

/** Unpacks the objects inside object streams (ISO 32000-1 § 7.5.7) within one budget for all of them. */
const readObjectStreams = (
  bytes: Uint8Array,
  spans: readonly PdfObjectSpan[],
): Result<ReadonlyMap<number, string>, PdfError> => {
  const packed = new Map<number, string>();
  let budget = objectStreamLimit;
  for (const span of spans) {
    if (!span.stream) continue;
    const dictionary = bodyText(bytes, span);
    if (!/\/Type\s*\/ObjStm/.test(dictionary)) continue;
    const first = Number(/\/First\s+(\d{1,9})/.exec(dictionary)?.[1] ?? Number.NaN);
    const count = Number(/\/N\s+(\d{1,9})/.exec(dictionary)?.[1] ?? Number.NaN);
    const raw = bytes.subarray(span.stream.start, span.stream.end);
    const inflated = /\/FlateDecode|\/Fl\b/.test(dictionary) ? inflateZlibBounded(raw, budget) : ok(raw);
    if (!inflated.ok) {
      if (inflated.error.kind === 'inflated-too-big') {
        return fail({ kind: 'pdf-bomb', limit: objectStreamLimit });
      }
      continue;
    }
    budget -= inflated.value.length;
    if (!(first <= inflated.value.length) || !(count <= objectsPerStream)) continue;
    const text = latinText(inflated.value, 0, inflated.value.length);
    const header = text.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index < count; index += 1) {
      const number = header[2 * index];
      const start = header[2 * index + 1];
      if (number === undefined || start === undefined || !Number.isSafeInteger(number + start)) break;
      const end = header[2 * index + 3] ?? text.length - first;
      // Offsets grow (§ 7.5.7); overlapping ones would let a small stream stand for a huge one.
      if (!(end >= start)) break;
      packed.set(number, text.slice(first + start, first + end));
    }
  }
  return ok(packed);
};

/** The file specifications with an embedded file in a value, however deep; a list instead of recursion. */
const fileSpecifications = (value: PdfValue): readonly PdfValue[] => {
  const found: PdfValue[] = [];
  const pending = [value];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind === 'array') pending.push(...next.items.slice(0, 10_000));
    if (next.kind === 'dictionary') {
      if (next.entries.has('EF')) found.push(next);
      pending.push(...next.entries.values());
    }
  }
  return found;
};

const attachmentBytes = (document: PdfDocument, number: number): Result<Uint8Array, PdfError> => {
  const span = document.spans.get(number);
  if (!span?.stream?.isWhole) return fail({ kind: 'pdf-damaged' });
  const dictionary = parsePdfValue(bodyText(document.bytes, span));
  const length = resolve(document, entry(dictionary, 'Length'));
  const declaredEnd = length?.kind === 'number' ? span.stream.start + length.number : -1;
  // A length that « endstream » confirms; otherwise the stream ends where that word stands.
  const end =
    declaredEnd >= span.stream.start &&
    declaredEnd <= document.bytes.length &&
    endsStreamAt(document.bytes, declaredEnd)
      ? declaredEnd
      : span.stream.end;
  const raw = document.bytes.subarray(span.stream.start, end);
  const filter = resolve(document, entry(dictionary, 'Filter'));
  const filters = (filter?.kind === 'array' ? filter.items : filter ? [filter] : []).map((item) => {
    const name = resolve(document, item);
    return name?.kind === 'name' ? name.name : '?';
  });
  const predictor = resolve(
    document,
    entry(resolve(document, entry(dictionary, 'DecodeParms')), 'Predictor'),
  );
  if (predictor?.kind === 'number' && predictor.number > 1)
    return fail({ kind: 'pdf-filter', filter: 'Predictor' });
  if (filters.length === 0) {
    return raw.length > attachmentLimit
      ? fail({ kind: 'pdf-bomb', limit: attachmentLimit })
      : ok(raw.slice());
  }
  const [only] = filters;
  if (filters.length > 1 || (only !== 'FlateDecode' && only !== 'Fl')) {
    return fail({ kind: 'pdf-filter', filter: filters.join(' ') });
  }
  const inflated = inflateZlibBounded(raw, attachmentLimit);
  if (inflated.ok) return inflated;
  return fail(
    inflated.error.kind === 'inflated-too-big'
      ? { kind: 'pdf-bomb', limit: attachmentLimit }
      : { kind: 'pdf-damaged' },
  );
};

const nameOf = (document: PdfDocument, specification: PdfValue): string => {
  for (const key of ['UF', 'F', 'Unix', 'DOS']) {
    const value = resolve(document, entry(specification, key));
    if (value?.kind === 'string' && value.bytes !== '') return pdfText(value.bytes);
  }
  return '';
};

/** True for a file that begins as a PDF does; a few bytes may stand before the mark. */
export const isPdf = (bytes: Uint8Array): boolean =>
  latinText(bytes, 0, Math.min(bytes.length, 1024)).includes('%PDF-');

/**
 * Reads the files embedded in a PDF (ISO 32000-1 § 7.11.4) whose names `wanted` takes. Made for files of
 * unknown origin: objects are found by their own marks, every unpacking is capped, nothing else of the file is
 * interpreted. Of two attachments of one name, the later one in the file counts.
 */
export const readPdfAttachments = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Result<readonly PdfAttachment[], PdfError> => {
  if (!isPdf(bytes)) return fail({ kind: 'not-pdf' });
  if (bytes.length > fileLimit) return fail({ kind: 'pdf-too-big', actual: bytes.length, limit: fileLimit });
  const { objects, trailers, hasTooMany } = scanPdf(bytes);
  if (hasTooMany) return fail({ kind: 'pdf-bomb', limit: fileLimit });
  const spans = new Map(objects.map((span) => [span.number, span]));
  const isXref = (span: PdfObjectSpan): boolean =>
    span.stream !== undefined &&
    span.bodyEnd - span.bodyStart < 10_000 &&
    /\/Type\s*\/XRef/.test(bodyText(bytes, span));
  const isEncrypted = (text: string): boolean => /\/Encrypt\s*(\d|<<)/.test(text.split('startxref')[0] ?? '');
  if (
    trailers.some(isEncrypted) ||
    objects.some((span) => isXref(span) && isEncrypted(bodyText(bytes, span)))
  ) {
    return fail({ kind: 'pdf-encrypted' });
  }
  const packed = readObjectStreams(bytes, objects);
  if (!packed.ok) return packed;
  const document: PdfDocument = { bytes, spans, packed: packed.value, read: new Map() };

  const texts = [...spans.values()].map((span) => bodyText(bytes, span)).concat([...packed.value.values()]);
  const found = new Map<string, number>();
  for (const text of texts) {
    if (!text.includes('/EF')) continue;
    for (const specification of fileSpecifications(parsePdfValue(text))) {
      const files = resolve(document, entry(specification, 'EF'));
      const target = entry(files, 'UF') ?? entry(files, 'F');
      const name = nameOf(document, specification);
      if (target?.kind === 'reference' && wanted(name)) found.set(name, target.number);
    }
  }
  const attachments: PdfAttachment[] = [];
  for (const [name, number] of [...found].slice(0, attachmentCountLimit)) {
    const content = attachmentBytes(document, number);
    if (!content.ok) return content;
    attachments.push({ name, bytes: content.value });
  }
  return ok(attachments);
};

/** What the user reads when the attachments of a PDF cannot be had. */
export const frenchPdfError = (error: PdfError): string => {
  switch (error.kind) {
    case 'not-pdf':
      return 'Ce fichier n’est pas un PDF.';
    case 'pdf-too-big':
      return `Ce PDF est trop gros (${Math.ceil(error.actual / 1_000_000)} Mo\u202f; ${error.limit / 1_000_000} Mo au plus).`;
    case 'pdf-encrypted':
      return 'Ce PDF est protégé\u00a0: les données de la facture ne peuvent pas être lues. Demandez une version sans mot de passe ni restriction.';
    case 'pdf-damaged':
      return 'La facture électronique contenue dans ce PDF est incomplète ou abîmée. Demandez-la ou téléchargez-la une nouvelle fois.';
    case 'pdf-bomb':
      return 'Ce PDF contient bien plus de données qu’une facture\u00a0: il n’a pas été lu, par sécurité.';
    case 'pdf-filter':
      return 'La facture électronique contenue dans ce PDF est compressée d’une façon que les factures n’utilisent pas. Importez le fichier XML seul.';
  }
};

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { formatDay } from '../../shared/dates/format-day.ts';
import type { LetterBlock } from '../../shared/ipc/letter-block.ts';
import type { LetterModel } from '../../shared/ipc/letter-contract.ts';
import type { AppendedCopy, BatchExtras } from '../../shared/ipc/print-contract.ts';
import type { LetterLayout, PageRange } from '../../shared/letters/letter-document.ts';
import { printableModel } from '../../shared/letters/printable-model.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { annexStamp, appendCopy } from './append-copies.ts';
import { declareArchive } from './archive-pdf.ts';
import type { CopyFailure } from './copy-failure.ts';
import { openCopy } from './copy-file.ts';
import { type BatchLetter, openBatch } from './letter-batch.ts';
import { type ImageFailure, letterImage } from './letter-image.ts';
import { appendPages, newPdf, openPdf, type PdfFacts, pdfBytes, pdfLanguage } from './letter-pdf.ts';
import { type LetterPress, pressHere } from './letter-press.ts';
import { addStructure } from './pdf-structure.ts';
import { stamperFor } from './stamp-pages.ts';

export interface RenderRequest {
  readonly models: readonly LetterModel[];
  readonly layout: LetterLayout;
  /** Logos and signatures by the hash the models name. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** Folder of assets/fonts. */
  readonly fontsFolder: string;
  /** Copies appended to letters, and a copy of each letter for the file. */
  readonly extras?: BatchExtras | undefined;
  /** Bytes of a copy, by its hash. */
  readonly readCopy?: ((hash: string) => Promise<Uint8Array | undefined>) | undefined;
  /** Sets letters elsewhere, several groups at a time; here, one after the other, where undefined. */
  readonly press?: LetterPress | undefined;
  /** Letters done so far. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RenderedLetter {
  readonly reminderId: string;
  /** With its appended copies. */
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** Its pages in the batch. */
  readonly batchPages: PageRange;
}

export interface RenderedLetters {
  /** All letters, each on a new sheet where printed on both sides. */
  readonly batch: Uint8Array;
  readonly pageCount: number;
  /** Each letter alone, in the order of the request. */
  readonly letters: readonly RenderedLetter[];
}

export type RenderFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'no-letters' }
  | { readonly kind: 'image-missing'; readonly hash: string }
  /** A copy that could be opened before the letters were set, and no more. */
  | { readonly kind: 'copy'; readonly name: string; readonly failure: CopyFailure }
  | (ImageFailure & { readonly hash: string });

const rowsOfBlock = (block: LetterBlock): number =>
  block.kind === 'movements' ? block.lines.length : block.kind === 'total' ? 1 : block.rows.length;

const rowsOf = (model: LetterModel): number =>
  model.table.length +
  model.annex.reduce((rows, { lines }) => rows + lines.length + 3, 0) +
  (model.blocks ?? []).reduce((rows, block) => rows + rowsOfBlock(block), 0);

/** The first groups are small: threads have work at once, and the user sees early that it goes on. */
const firstGroups = 2;
const lettersInFirst = 12;

/** Consecutive letters that are set in one go. */
const inGroups = (
  models: readonly LetterModel[],
  { lettersTogether, rowsTogether }: LetterPress,
): readonly (readonly LetterModel[])[] => {
  const groups: LetterModel[][] = [];
  let rows = 0;
  for (const model of models) {
    const group = groups.at(-1);
    rows += rowsOf(model);
    const atMost = groups.length > firstGroups ? lettersTogether : Math.min(lettersInFirst, lettersTogether);
    if (group && group.length < atMost && rows <= rowsTogether) group.push(model);
    else {
      groups.push([model]);
      rows = rowsOf(model);
    }
  }
  return groups;
};

const imagesOf = (
  models: readonly LetterModel[],
  images: ReadonlyMap<string, Uint8Array>,
): Result<Readonly<Record<string, string>>, RenderFailure> => {
  const urls: Record<string, string> = {};
  for (const { sender } of models)
    for (const hash of [sender.logoHash, sender.signatureHash]) {
      if (hash === undefined || urls[hash] !== undefined) continue;
      const bytes = images.get(hash);
      if (!bytes) return fail({ kind: 'image-missing', hash });
      const url = letterImage(bytes);
      if (!url.ok) return fail({ ...url.error, hash });
      urls[hash] = url.value;
    }
  return ok(urls);
};

/** Noon of the letter's day: the file says when it was written, and writing it again gives the same file. */
const createdAt = (model: LetterModel): Date => new Date(`${model.writtenOn}T12:00:00Z`);

const letterTitle = (model: LetterModel): string => {
  const { subject, recipient } = printableModel(model);
  return `${subject} – ${recipient.lines[0] ?? ''}`;
};

const factsOf = (model: LetterModel): PdfFacts => ({
  title: letterTitle(model),
  author: printableModel(model).sender.name,
  createdAt: createdAt(model),
  language: model.language,
});

/** What others made may lack its fonts: only for files that hold pages of our own and nothing else. */
const forArchives = (document: PDFDocument, facts: PdfFacts): void => {
  addStructure(document, pdfLanguage(facts));
  declareArchive(document, facts, pdfLanguage(facts));
};

/** Appends its copies to a letter, each with « Annexe n » at the foot. The letter keeps its own page numbers. */
const appendAll = async (
  letter: PDFDocument,
  copies: readonly AppendedCopy[],
  { readCopy, fontsFolder, signal }: RenderRequest,
): Promise<Result<null, RenderFailure>> => {
  for (const [index, { hash, name }] of copies.entries()) {
    if (signal?.aborted) return fail({ kind: 'cancelled' });
    const bytes = await readCopy?.(hash);
    const copy = bytes ? await openCopy(bytes) : fail<CopyFailure>({ kind: 'missing' });
    if (!copy.ok) return fail({ kind: 'copy', name, failure: copy.error });
    const { pageCount } = copy.value;
    const stamps = Array.from({ length: pageCount }, (_unused, page) =>
      annexStamp(index + 1, name, page + 1, pageCount),
    );
    const stamper = await stamperFor(letter, stamps, fontsFolder);
    await appendCopy(letter, copy.value, stamper, (page) => annexStamp(index + 1, name, page, pageCount));
    await nextTurn();
  }
  return ok(null);
};

/**
 * Letters as PDF: the whole batch and each one alone, in the order given. Letters are set in groups, each a
 * document with fonts of its own, and taken apart and put together afterwards. Between letters main answers
 * others, progress is told and a cancellation seen.
 * @returns the files; fails when cancelled, without letters, on a logo or signature that is no sound PNG or JPEG,
 * and on an appended copy that cannot be opened.
 */
export const renderLetters = async (
  request: RenderRequest,
): Promise<Result<RenderedLetters, RenderFailure>> => {
  const { models, layout, fontsFolder, extras, onProgress, signal } = request;
  const [first] = models;
  if (!first) return fail({ kind: 'no-letters' });
  const images = imagesOf(models, request.images);
  if (!images.ok) return images;
  const whole: PdfFacts = {
    title: models.length === 1 ? letterTitle(first) : `Courriers du ${formatDay(first.writtenOn)}`,
    author: printableModel(first).sender.name,
    createdAt: createdAt(first),
    language: models.every(({ language }) => language === 'en') ? 'en' : undefined,
  };
  const target = await newPdf(whole);
  const batch = openBatch(target, {
    duplex: layout.duplex,
    fileCopies: extras?.fileCopies === true,
    fontsFolder,
  });
  const press = request.press ?? pressHere;
  const groups = inGroups(models, press);
  const sheets = press.set(
    groups.map((group) => ({ models: group, layout, images: images.value, fontsFolder })),
    signal,
  );
  const letters: RenderedLetter[] = [];
  let onlyOurs = true;
  for (const group of groups) {
    const sheet = await sheets.next();
    if (sheet.done || signal?.aborted) return fail({ kind: 'cancelled' });
    const source = await openPdf(sheet.value.bytes);
    const done: (BatchLetter & Pick<RenderedLetter, 'reminderId' | 'bytes' | 'pageCount'>)[] = [];
    for (const [index, model] of group.entries()) {
      if (signal?.aborted) return fail({ kind: 'cancelled' });
      const range = sheet.value.ranges[index];
      if (!range) throw new Error('a letter without pages');
      const facts = factsOf(model);
      const single = await newPdf(facts);
      await appendPages(single, source, range);
      const copies = extras?.appended?.[model.reminderId] ?? [];
      const appended = await appendAll(single, copies, request);
      if (!appended.ok) return appended;
      if (copies.length === 0) forArchives(single, facts);
      else onlyOurs = false;
      const { reminderId } = model;
      done.push({
        reminderId,
        range,
        ...(copies.length > 0 ? { whole: single } : {}),
        bytes: await pdfBytes(single),
        pageCount: single.getPageCount(),
      });
      onProgress?.(letters.length + done.length, models.length);
      await nextTurn();
    }
    const places = await batch.add(source, done);
    for (const [index, { reminderId, bytes, pageCount }] of done.entries()) {
      const batchPages = places[index];
      if (!batchPages) throw new Error('a letter outside the batch');
      letters.push({ reminderId, bytes, pageCount, batchPages });
    }
  }
  if (signal?.aborted) return fail({ kind: 'cancelled' });
  if (onlyOurs) forArchives(target, whole);
  return ok({ batch: await pdfBytes(target), pageCount: target.getPageCount(), letters });
};

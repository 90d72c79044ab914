import { setImmediate as nextTurn } from 'node:timers/promises';
import { formatDay } from '../../shared/dates/format-day.ts';
import type { LetterModel } from '../../shared/ipc/letter-contract.ts';
import { type LetterLayout, letterDocument } from '../../shared/letters/letter-document.ts';
import { printableModel } from '../../shared/letters/printable-model.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type ImageFailure, letterImage } from './letter-image.ts';
import { appendPages, newPdf, openPdf, pdfBytes, startOnFront } from './letter-pdf.ts';
import { qrMatrix } from './qr-matrix.ts';
import { typeset } from './typeset.ts';

export interface RenderRequest {
  readonly models: readonly LetterModel[];
  readonly layout: LetterLayout;
  /** Logos and signatures by the hash the models name. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** Folder of assets/fonts. */
  readonly fontsFolder: string;
  /** Letters done so far. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RenderedLetter {
  readonly reminderId: string;
  readonly bytes: Uint8Array;
  readonly pageCount: number;
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
  | (ImageFailure & { readonly hash: string });

/** Letters set together share their fonts; more of them would hold main up for too long at a time. */
const lettersTogether = 16;
/** A letter of hundreds of invoices is set alone. */
const rowsTogether = 300;

const rowsOf = (model: LetterModel): number =>
  model.table.length + model.annex.reduce((rows, { lines }) => rows + lines.length + 3, 0);

/** Consecutive letters that are set in one go. */
const inGroups = (models: readonly LetterModel[]): readonly (readonly LetterModel[])[] => {
  const groups: LetterModel[][] = [];
  let rows = 0;
  for (const model of models) {
    const group = groups.at(-1);
    rows += rowsOf(model);
    if (group && group.length < lettersTogether && rows <= rowsTogether) group.push(model);
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

/**
 * Letters as PDF: the whole batch and each one alone, in the order given. Letters are set in groups, each a
 * document with fonts of its own, and taken apart and put together afterwards. Between groups main answers
 * others, progress is told and a cancellation seen.
 * @returns the files; fails when cancelled, without letters, or on a logo or signature that is no sound PNG or JPEG.
 */
export const renderLetters = async (
  request: RenderRequest,
): Promise<Result<RenderedLetters, RenderFailure>> => {
  const { models, layout, fontsFolder, onProgress, signal } = request;
  const [first] = models;
  if (!first) return fail({ kind: 'no-letters' });
  const images = imagesOf(models, request.images);
  if (!images.ok) return images;
  const batch = await newPdf({
    title: models.length === 1 ? letterTitle(first) : `Courriers du ${formatDay(first.writtenOn)}`,
    author: printableModel(first).sender.name,
    createdAt: createdAt(first),
  });
  const letters: RenderedLetter[] = [];
  for (const group of inGroups(models)) {
    if (signal?.aborted) return fail({ kind: 'cancelled' });
    const document = letterDocument(group, layout, { images: images.value, qrMatrix });
    const source = await openPdf(await typeset(document.definition, fontsFolder));
    const ranges = document.pageRanges();
    for (const [index, model] of group.entries()) {
      if (signal?.aborted) return fail({ kind: 'cancelled' });
      const range = ranges[index];
      if (!range) throw new Error('a letter without pages');
      const single = await newPdf({
        title: letterTitle(model),
        author: printableModel(model).sender.name,
        createdAt: createdAt(model),
      });
      await appendPages(single, source, range);
      letters.push({
        reminderId: model.reminderId,
        bytes: await pdfBytes(single),
        pageCount: range.last - range.first + 1,
      });
      onProgress?.(letters.length, models.length);
      await nextTurn();
    }
    // Page by page per letter, so that each can begin on a front page.
    if (!layout.duplex) await appendPages(batch, source, { first: 1, last: source.getPageCount() });
    else
      for (const range of ranges) {
        startOnFront(batch);
        await appendPages(batch, source, range);
      }
  }
  if (signal?.aborted) return fail({ kind: 'cancelled' });
  return ok({ batch: await pdfBytes(batch), pageCount: batch.getPageCount(), letters });
};

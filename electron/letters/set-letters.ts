import type { LetterModel } from '../../shared/ipc/letter-contract.ts';
import { type LetterLayout, letterDocument, type PageRange } from '../../shared/letters/letter-document.ts';
import { qrMatrix } from './qr-matrix.ts';
import { typeset } from './typeset.ts';

/** Letters that are set as one document. */
export interface SettingRequest {
  readonly models: readonly LetterModel[];
  readonly layout: LetterLayout;
  /** Logos and signatures as data URLs, by the hash the models name. */
  readonly images: Readonly<Record<string, string>>;
  /** Folder of assets/fonts. */
  readonly fontsFolder: string;
}

export interface SetLetters {
  readonly bytes: Uint8Array;
  /** Pages of each letter, in order. */
  readonly ranges: readonly PageRange[];
}

/** Letters as one PDF, with the pages of each. Holds the thread it runs on. */
export const setLetters = async ({
  models,
  layout,
  images,
  fontsFolder,
}: SettingRequest): Promise<SetLetters> => {
  const document = letterDocument(models, layout, { images, qrMatrix });
  const bytes = await typeset(document.definition, fontsFolder);
  return { bytes, ranges: document.pageRanges() };
};

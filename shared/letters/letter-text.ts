/** A paragraph of a template that stands for the invoice table. */
export const tableMarker = '[factures]';
/** The same for the figures of a letter that is no reminder. */
export const figuresMarker = '[tableau]';

export interface LetterText {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Parts the text of a letter into what stands before and after the invoice table: at a paragraph
 * « [factures] » or « [tableau] » where there is one, else after the salutation and the first paragraph. Blank lines
 * separate paragraphs.
 */
export const letterText = (body: string): LetterText => {
  const paragraphs = body
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const marked = paragraphs.findIndex(
    (paragraph) => paragraph === tableMarker || paragraph === figuresMarker,
  );
  if (marked >= 0) return { before: paragraphs.slice(0, marked), after: paragraphs.slice(marked + 1) };
  const salutation = paragraphs[0] !== undefined && paragraphs[0].length <= 60 && paragraphs[0].endsWith(',');
  const cut = salutation ? 2 : 1;
  return { before: paragraphs.slice(0, cut), after: paragraphs.slice(cut) };
};

/** Stands in the text of a letter where the table of invoices is set. Readable, since the user sees and edits it. */
export const tableMarker = '[tableau des factures]';

export interface LetterText {
  readonly paragraphsBefore: readonly string[];
  readonly paragraphsAfter: readonly string[];
}

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** The paragraphs of a letter before and after its table; the table comes last where the marker was deleted. */
export const splitLetterText = (body: string): LetterText => {
  const at = body.indexOf(tableMarker);
  if (at < 0) return { paragraphsBefore: paragraphs(body), paragraphsAfter: [] };
  return {
    paragraphsBefore: paragraphs(body.slice(0, at)),
    paragraphsAfter: paragraphs(body.slice(at + tableMarker.length).replaceAll(tableMarker, '')),
  };
};

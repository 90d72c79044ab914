import { fail, ok, type Result } from '../result.ts';

export interface PageRangesFailure {
  readonly kind: 'no-pages' | 'not-pages' | 'beyond';
  /** French. */
  readonly message: string;
}

const range = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/u;

/**
 * « 3, 7-9 » as page numbers, ascending and each once. Fails in French on anything else, and beyond the
 * last page.
 */
export const readPageRanges = (
  text: string,
  pageCount: number,
): Result<readonly number[], PageRangesFailure> => {
  const parts = text
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0)
    return fail({ kind: 'no-pages', message: 'Indiquez les pages à réimprimer, par exemple 3, 7-9.' });
  const pages = new Set<number>();
  for (const part of parts) {
    const match = range.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (!match || first < 1 || last < first)
      return fail({
        kind: 'not-pages',
        message: `«\u00A0${part}\u00A0» n’est pas une page\u00A0: écrivez par exemple 3, 7-9.`,
      });
    if (last > pageCount)
      return fail({
        kind: 'beyond',
        message:
          pageCount > 1 ? `Le document n’a que ${pageCount} pages.` : 'Le document n’a qu’une seule page.',
      });
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return ok([...pages].sort((a, b) => a - b));
};

/** Page numbers as a person writes them: « 3, 7-9 ». */
export const writePageRanges = (pages: readonly number[]): string => {
  const runs: { first: number; last: number }[] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && page <= run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
};

import type { ImportTarget } from './column-synonyms.ts';
import type { TableColumn } from './column-type.ts';

const share = (column: TableColumn, test: (value: string) => boolean): number =>
  column.samples.length === 0 ? 0 : column.samples.filter(test).length / column.samples.length;

const looksLikeNumber = (value: string): boolean =>
  /\d/.test(value) && !/\s.*\s/.test(value) && value.length <= 30;
const looksLikeName = (value: string): boolean => /\p{L}{3}/u.test(value) && !/\d{3}|@/.test(value);

/** The column with the greatest share above a half; the first of equals. */
const likeliest = (columns: readonly TableColumn[], test: (value: string) => boolean): number | undefined => {
  let best: TableColumn | undefined;
  for (const column of columns) {
    if (share(column, test) > Math.max(0.5, best ? share(best, test) : 0)) best = column;
  }
  return best?.index;
};

/**
 * Guesses the columns of a list without titles, such as a block pasted from a spreadsheet: dates in the
 * order issue, due; the first amount as the total; the texts by what they look like. Only a start for the
 * user, who sees five values of each.
 */
export const guessUntitledColumns = (
  columns: readonly TableColumn[],
): { readonly [Target in ImportTarget]?: number } => {
  const [issuedOn, dueOn] = columns.filter(({ type }) => type === 'date').map(({ index }) => index);
  const totalCents = columns.find(({ type }) => type === 'amount')?.index;
  const texts = columns.filter(({ type }) => type === 'text');
  const number = likeliest(texts, looksLikeNumber);
  const clientName = likeliest(
    texts.filter(({ index }) => index !== number),
    looksLikeName,
  );
  return {
    ...(number !== undefined && { number }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(dueOn !== undefined && { dueOn }),
    ...(clientName !== undefined && { clientName }),
    ...(totalCents !== undefined && { totalCents }),
  };
};

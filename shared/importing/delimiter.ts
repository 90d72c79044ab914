import { type Delimiter, delimiters, splitDelimited } from './delimited-text.ts';

const sampledRecords = 50;
const sampledCharacters = 200_000;

// A semicolon, tab or bar is rare inside a cell; a comma is in every French amount.
const likelihood: Readonly<Record<Delimiter, number>> = { ';': 1.1, '\t': 1.15, ',': 1, '|': 1.05 };

/**
 * The most frequent number of cells among records of two cells or more, 0 when there is none. A record with
 * content counts more than one without.
 */
export const usualWidth = (widths: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const width of widths) {
    if (width >= 2) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 0;
  let bestCount = 0;
  for (const [width, count] of counts) {
    if (count > bestCount || (count === bestCount && width > best)) {
      best = width;
      bestCount = count;
    }
  }
  return best;
};

/** True when the commas of a text stand between figures: they are the decimal sign of its amounts. */
const commasAreDecimal = (sample: string): boolean => {
  const commas = sample.split(',').length - 1;
  const between = sample.match(/\d,(?=\d)/g)?.length ?? 0;
  return commas > 0 && between >= commas * 0.8;
};

/**
 * The delimiter by which the first records of a text fall into the same number of cells, or undefined when
 * none divides them. Excel's own first line `sep=;` decides alone.
 */
export const detectDelimiter = (text: string): Delimiter | undefined => {
  const announced = /^sep=([;,\t|])\r?\n/i.exec(text)?.[1];
  const chosen = delimiters.find((delimiter) => delimiter === announced);
  if (chosen) return chosen;
  let best: Delimiter | undefined;
  let bestScore = 0;
  const sample = text.slice(0, sampledCharacters);
  let bestDivides = false;
  const decimalComma = commasAreDecimal(sample);
  for (const delimiter of delimiters) {
    const records = splitDelimited(sample, delimiter, sampledRecords);
    const widths = records
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ cells }) => cells.length);
    const width = usualWidth(widths);
    if (width < 2) continue;
    const agreeing = widths.filter((count) => count === width).length / widths.length;
    const score = agreeing * (1 + Math.min(width, 20) / 50) * likelihood[delimiter];
    // A bank's lines may differ in width, while « 12,50 » divides each of them once: that is no table.
    if (delimiter === ',' && decimalComma && bestDivides) continue;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
      bestDivides = widths.filter((count) => count >= 2).length >= widths.length * 0.8;
    }
  }
  return bestScore >= 0.3 ? best : undefined;
};

/** An invoice that a document may be the copy of. */
export interface LinkableInvoice {
  /** Whatever the caller tells it by. */
  readonly id: string;
  readonly number: string;
}

/** Which invoice the name of a file speaks of. */
export type DocumentLink =
  | { readonly kind: 'one'; readonly id: string }
  /** More than one fits: never guessed. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** Runs of letters and of digits: « FA-2026/012 » → FA, 2026, 012. */
const runsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .match(/[A-Z]+|\d+/g) ?? [];

/** How programs write one number: with or without separators, with or without leading zeros. */
const keysOf = (runs: readonly string[]): readonly string[] => [
  runs.join(''),
  runs.map((run) => run.replace(/^0+(?=\d)/, '')).join(' '),
];

/** Words round the number that say nothing. */
const fillers = new Set([
  'FACTURE',
  'FACT',
  'FAC',
  'INVOICE',
  'AVOIR',
  'N',
  'NO',
  'NUM',
  'NUMERO',
  'COPIE',
  'DE',
  'PDF',
]);
/** A file name has few runs; a number rarely more than eight of them. */
const [mostRuns, longestNumber] = [40, 8];

/** A bare « 12 » or « 2026 » in the middle of a name is more often a day or a year than an invoice. */
const isWeak = (runs: readonly string[]): boolean => {
  const [only, second] = runs;
  if (only === undefined || second !== undefined || !/^\d+$/.test(only)) return false;
  return only.length < 4 || /^(19|20)\d\d$/.test(only);
};

/**
 * Looks for invoice numbers in file names. A number counts when it stands there in whole runs of letters and
 * digits, however it is separated; short or year-like bare numbers only when the name says nothing else.
 * Numbers that stand inside a longer one that is also an invoice give way to it.
 * @returns for a file name the one invoice that fits, several, or none
 */
export const documentLinker = (invoices: Iterable<LinkableInvoice>): ((fileName: string) => DocumentLink) => {
  const idsByKey = new Map<string, Set<string>>();
  for (const { id, number } of invoices)
    for (const key of keysOf(runsOf(number))) {
      if (key === '') continue;
      const ids = idsByKey.get(key) ?? new Set<string>();
      ids.add(id);
      idsByKey.set(key, ids);
    }
  return (fileName) => {
    const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    const runs = runsOf(base.replace(/\.[A-Za-z0-9]{1,5}$/, '')).slice(0, mostRuns);
    const telling = runs.filter((run) => !fillers.has(run)).length;
    const found: { readonly start: number; readonly end: number; readonly ids: ReadonlySet<string> }[] = [];
    for (let start = 0; start < runs.length; start += 1)
      for (let end = start + 1; end <= Math.min(runs.length, start + longestNumber); end += 1) {
        const span = runs.slice(start, end);
        if (isWeak(span) && telling > 1) continue;
        const ids = new Set(keysOf(span).flatMap((key) => [...(idsByKey.get(key) ?? [])]));
        if (ids.size > 0) found.push({ start, end, ids });
      }
    const outermost = found.filter(
      (one) =>
        !found.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            other.end >= one.end &&
            other.end - other.start > one.end - one.start,
        ),
    );
    const ids = [...new Set(outermost.flatMap((one) => [...one.ids]))];
    const [only, second] = ids;
    if (only === undefined) return { kind: 'none' };
    return second === undefined ? { kind: 'one', id: only } : { kind: 'several', ids };
  };
};

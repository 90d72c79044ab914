/** A piece of a text against another: in both, only in the former, or only in the present one. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words with the spaces that follow them; a field or a tag of a template counts as one word. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/(?:\{\{.*?\}\}|\{%.*?%\}|\S)+\s*|\s+/gsu) ?? [];

/** Beyond this many pairs of words the middle is shown as replaced in one piece. */
const mostPairs = 4_000_000;

/** Length of the longest common subsequence of the ends of both lists, as a table (Hunt and McIlroy). */
const commonLengths = (a: readonly string[], b: readonly string[]): readonly Uint16Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      const below = rows[i + 1];
      if (row && below)
        row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
};

const changesBetween = (a: readonly string[], b: readonly string[]): readonly DifferencePart[] => {
  const whole = (kind: DifferencePart['kind'], words: readonly string[]): DifferencePart => ({
    kind,
    text: words.join(''),
  });
  if (a.length * b.length > mostPairs) return [whole('removed', a), whole('added', b)];
  const lengths = commonLengths(a, b);
  const parts: DifferencePart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [before, after] = [a[i], b[j]];
    if (before !== undefined && before === after) {
      parts.push({ kind: 'same', text: before });
      i += 1;
      j += 1;
    } else if (
      before !== undefined &&
      (after === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: before });
      i += 1;
    } else if (after !== undefined) {
      parts.push({ kind: 'added', text: after });
      j += 1;
    }
  }
  return parts;
};

/** Neighbours of one kind as one piece, empty ones left out. */
const joined = (parts: readonly DifferencePart[]): readonly DifferencePart[] => {
  const result: DifferencePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) result[result.length - 1] = { ...part, text: last.text + part.text };
    else result.push(part);
  }
  return result;
};

/**
 * What changed from one text to another, word by word. The pieces that are not added make the former text,
 * those that are not removed the present one.
 */
export const textDifference = (former: string, present: string): readonly DifferencePart[] => {
  const a = wordsOf(former);
  const b = wordsOf(present);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  return joined([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...changesBetween(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
};

import { guardedRuns } from './digit-guards.ts';
import { digitRuns } from './digit-runs.ts';
import type { NumberedItem, NumberIndex } from './number-index.ts';
import type { NumberMention } from './number-mentions.ts';
import { withoutZeros } from './number-shape.ts';

/** A range longer than this is no list of invoices that somebody pays. */
const longestRange = 60;

const between = /^[\s,;+&/-]*(?:ET|AND|PUIS)?[\s,;+&/-]*$/;
/** Parted by a sign of a list, not by a space alone. */
const listed = /[,;+&/]|\bET\b/;
const upTo = /^\s*(?:A|AU|JUSQU'?A|->|>)\s*(?:LA\s*)?(?:N[O°]\s*)?$/;

const siblings = (index: NumberIndex, of: NumberedItem, tail: string): readonly NumberedItem[] =>
  (index.byTail.get(tail) ?? []).filter(
    ({ shape }) => shape.lead === of.shape.lead && shape.prefix === of.shape.prefix,
  );

/**
 * What a list leaves out: « FA-2026/012, 013 et 15 » names three invoices, « FA12 à 15 » up to four. Each found
 * number lends its beginning to the digits that follow it.
 * @returns the given mentions and the added ones (strength 2), by place; and whether the list goes on with
 *   what is no open invoice.
 */
export const completedLists = (
  index: NumberIndex,
  capitals: string,
  mentions: readonly NumberMention[],
): { readonly mentions: readonly NumberMention[]; readonly hasUnreadPart: boolean } => {
  const runs = digitRuns(capitals);
  const guarded = guardedRuns(capitals, runs);
  let hasUnreadPart = false;
  const added: NumberMention[] = [];
  const range = (from: NumberedItem, to: string, start: number, end: number): void => {
    const first = Number(from.shape.tail);
    const last = Number(to);
    if (!(last > first && last - first <= longestRange)) return;
    for (let tail = first + 1; tail <= last; tail += 1)
      for (const numbered of siblings(index, from, String(tail)))
        added.push({ numbered, strength: 2, start, end, isOfRange: true });
  };
  for (const mention of mentions) {
    if (mention.strength < 2) continue;
    let lender = mention.numbered;
    let end = mention.end;
    for (const run of runs.filter(({ start }) => start >= mention.end)) {
      const gap = capitals.slice(end, run.start);
      const known = mentions.find(({ start, strength }) => start === run.start && strength >= 2);
      if (known !== undefined) {
        const bare = known.numbered.shape.prefix === '' ? gap : gap.replace(/[A-Z]+[\s/_.-]{0,2}$/, '');
        if (upTo.test(gap) || upTo.test(bare))
          range(lender, known.numbered.shape.tail, mention.start, known.end);
        break;
      }
      // « FA20260123/24 »: fewer figures than the running number has replace its last ones.
      const { tail, tailWidth } = lender.shape;
      const printed = tail.padStart(tailWidth, '0');
      const short =
        run.digits.length < printed.length
          ? printed.slice(0, printed.length - run.digits.length) + run.digits
          : run.digits;
      const tails = [...new Set([withoutZeros(short), withoutZeros(run.digits)])];
      if (upTo.test(gap)) {
        const to = tails.find((text) => Number(text) > Number(tail));
        if (to !== undefined) range(lender, to, mention.start, run.end);
        break;
      }
      if (!between.test(gap) || run.digits.length > Math.max(tailWidth, 2)) break;
      const next = tails.flatMap((text) => siblings(index, lender, text));
      const first = next[0];
      if (first === undefined) {
        hasUnreadPart ||=
          listed.test(gap) && run.digits.length === tailWidth && !guarded.has(runs.indexOf(run));
        break;
      }
      for (const numbered of next.slice(0, 1))
        added.push({ numbered, strength: 2, start: run.start, end: run.end });
      lender = first;
      end = run.end;
    }
  }
  const ids = new Set(
    mentions.filter(({ strength }) => strength >= 2).map(({ numbered }) => numbered.item.invoiceId),
  );
  const isRead = ({ start, end }: NumberMention): boolean =>
    added.some((other) => other.start <= start && other.end >= end);
  const fresh = added.filter(({ numbered }) => {
    if (ids.has(numbered.item.invoiceId)) return false;
    ids.add(numbered.item.invoiceId);
    return true;
  });
  const kept = mentions.filter((mention) => mention.strength >= 2 || !isRead(mention));
  return {
    mentions: [...kept, ...fresh].sort((a, b) => a.start - b.start || a.end - b.end),
    hasUnreadPart,
  };
};

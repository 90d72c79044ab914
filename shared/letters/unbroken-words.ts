import { textAdvance } from './advance-width.ts';
import { bodySize, textWidth } from './page-measures.ts';
import type { TextSpan } from './page-node.ts';

/** A word that a line end would tear at its hyphen: « FA2026-001 », « ci-dessous », « compta@atelier-dupre.fr ». */
const hyphened = '\\S{0,60}[\\p{L}\\p{N}]-[\\p{L}\\p{N}]\\S{0,60}';
/** « 25 septembre 2026 », « 1ᵉʳ décembre 2026. », « 20 August 2026 ». */
const longDay = '\\d{1,2}(?:ᵉʳ)?[ \\u00A0]\\p{L}{3,9}[ \\u00A0]\\d{4}(?!\\d)\\S*';
const torn = new RegExp(`(${longDay}|${hyphened})`, 'u');

/** A longer one leaves a hole at the end of the line before it, or does not fit any. */
const widest = textWidth / 2;

/** A text whose numbers, addresses and compound words stay on one line each, where they are not too long for it. */
export const unbrokenWords = (text: string): string | TextSpan[] => {
  const parts = text.split(torn).filter((part) => part !== '');
  if (parts.length === 1 && !torn.test(text)) return text;
  return parts.map((part) =>
    torn.test(part) && textAdvance(part, bodySize) <= widest ? { text: part, noWrap: true } : { text: part },
  );
};

/**
 * Letters of the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1): one septet each. The French ones that it
 * lacks are â ç ê ë î ï ô œ û ÿ and most capitals with an accent.
 */
const gsmBasic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Letters of its extension table (6.2.1.1): two septets each. */
const gsmExtended = new Set('\f^{}\\[~]|€');

const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u00A0\u202F\u2009\u2007]/gu, ' '],
  [/[’‘ʼ]/gu, "'"],
  [/[“”]|«\s?|\s?»/gu, '"'],
  [/[–—\u2011]/gu, '-'],
  [/…/gu, '...'],
];

/**
 * A text as a telephone writes it: the spaces, apostrophes and quotes of typography, which alone would halve
 * the length of a message, in their plain form. Words and letters stay as they are.
 */
export const smsText = (text: string): string =>
  plainSigns
    .reduce((written, [sign, plain]) => written.replace(sign, plain), text)
    .replaceAll(/[ \t]+\n/g, '\n')
    .trim();

/** What a text counts for, and how many messages the operator makes of it. */
export interface SmsSize {
  readonly alphabet: 'gsm-7' | 'ucs-2';
  /** Septets, or 16-bit units. */
  readonly length: number;
  /** What the messages counted hold at most. */
  readonly capacity: number;
  /** 0 for an empty text. */
  readonly messages: number;
  /** The letters outside GSM-7, each once, in their order: they shorten the whole message. */
  readonly costly: readonly string[];
}

/** Length of one message alone and of each of several, which carry a header (3GPP TS 23.040, 9.2.3.24.1). */
const capacities = { 'gsm-7': [160, 153], 'ucs-2': [70, 67] } as const;

/** Counts a text as the network does: 160 or 70 letters for one message, 153 or 67 in each of several. */
export const smsSize = (text: string): SmsSize => {
  const letters = [...text];
  const costly = [...new Set(letters.filter((letter) => !gsmBasic.has(letter) && !gsmExtended.has(letter)))];
  const alphabet = costly.length === 0 ? 'gsm-7' : 'ucs-2';
  const [alone, each] = capacities[alphabet];
  const width = (letter: string): number => {
    if (alphabet === 'ucs-2') return letter.length;
    return gsmExtended.has(letter) ? 2 : 1;
  };
  const length = letters.reduce((sum, letter) => sum + width(letter), 0);
  if (length <= alone) return { alphabet, length, capacity: alone, messages: length === 0 ? 0 : 1, costly };
  // A letter of two units is never cut: it moves to the next message as a whole.
  let [messages, room] = [1, each];
  for (const letter of letters) {
    const units = width(letter);
    if (units > room) {
      messages += 1;
      room = each;
    }
    room -= units;
  }
  return { alphabet, length, capacity: messages * each, messages, costly };
};

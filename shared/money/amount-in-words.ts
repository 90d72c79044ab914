import { cents } from './cents.ts';

const units = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const;
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as const;

/** 0 to 99; `final` when nothing follows, which alone lets « quatre-vingts » take its s. */
const belowHundred = (value: number, final: boolean): string => {
  if (value < 20) return units[value] ?? '';
  if (value === 80) return final ? 'quatre-vingts' : 'quatre-vingt';
  if (value > 80) return `quatre-vingt-${units[value - 80]}`;
  // 70 to 79 are counted from sixty.
  const ten = value >= 70 ? 6 : Math.floor(value / 10);
  const rest = value - ten * 10;
  if (rest === 0) return tens[ten] ?? '';
  return rest === 1 || rest === 11 ? `${tens[ten]} et ${units[rest]}` : `${tens[ten]}-${units[rest]}`;
};

/** 1 to 999; « deux cents » but « deux cent un » and « deux cent mille ». */
const belowThousand = (value: number, final: boolean): string => {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest, final);
  const head = hundreds === 1 ? 'cent' : `${units[hundreds]} cent${rest === 0 && final ? 's' : ''}`;
  return rest === 0 ? head : `${head} ${belowHundred(rest, final)}`;
};

const nouns = [
  [1_000_000_000, 'milliard'],
  [1_000_000, 'million'],
] as const;

/** 0 to 999,999,999,999 in French words, by the spelling of before 1990 that notaries keep. */
const inWords = (value: number): string => {
  if (value === 0) return 'zéro';
  const words: string[] = [];
  let left = value;
  for (const [size, noun] of nouns) {
    const count = Math.floor(left / size);
    left %= size;
    // Million is a noun: the number before it keeps its plural marks.
    if (count > 0) words.push(`${belowThousand(count, true)} ${noun}${count > 1 ? 's' : ''}`);
  }
  const thousands = Math.floor(left / 1000);
  if (thousands > 0) words.push(thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`);
  if (left % 1000 > 0) words.push(belowThousand(left % 1000, true));
  return words.join(' ');
};

/**
 * An amount in French words, as an acknowledgement of debt wants it beside the figures (C. civ. art. 1376):
 * « mille deux cent trente-quatre euros et cinquante-six centimes ».
 * @param amountCents 0 to 99,999,999,999,999.
 */
export const amountInWords = (amountCents: number): string => {
  const amount = cents(amountCents);
  if (amount < 0 || amount > 99_999_999_999_999) throw new RangeError(`no words for ${amountCents} cents`);
  const euros = Math.floor(amount / 100);
  const rest = amount % 100;
  const centimes = `${inWords(rest)} centime${rest > 1 ? 's' : ''}`;
  if (euros === 0 && rest > 0) return centimes;
  // « un million d’euros », but « un million cent euros ».
  const link = euros >= 1_000_000 && euros % 1_000_000 === 0 ? ' d’' : ' ';
  const whole = `${inWords(euros)}${link}euro${euros > 1 ? 's' : ''}`;
  return rest === 0 ? whole : `${whole} et ${centimes}`;
};

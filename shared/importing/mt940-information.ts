import { isIban } from '../identifiers/iban.ts';
import { givenReference } from './given-reference.ts';

/** What the :86: field of a movement says. */
export interface SwiftInformation {
  readonly labelLines: readonly string[];
  readonly counterparty?: string;
  readonly counterpartyIban?: string;
  readonly reference?: string;
}

/** The standard has six lines of 65 characters; banks write more, and broken files have no line ends. */
export const mostInformationLines = 100;
const longestLine = 2000;

const oneBlank = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Width of a sub-field: a full one goes on in the next, in the middle of a word. */
const subFieldWidth = 27;

const joinFull = (parts: readonly string[], between: string, width = subFieldWidth): string => {
  let text = '';
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (before !== undefined && before.length < width) text += between;
    text += part;
  });
  return text;
};

/** The SEPA keywords within German remittance text, each up to the next one. */
const keyword = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|RREF|PURP)\+/;

const afterKeyword = (text: string, wanted: string): string | undefined => {
  const parts = text.split(keyword);
  for (let index = 1; index < parts.length; index += 2)
    if (parts[index] === wanted) return parts[index + 1]?.split('\n', 1)[0];
  return undefined;
};

const ibanIn = (text: string): string | undefined => {
  const bare = text.replace(/\s+/gu, '').toUpperCase();
  return isIban(bare) ? bare : undefined;
};

/** `166?00GUTSCHRIFT?20EREF+…?31DE…?32KARL?33KAUFMANN`: numbered sub-fields, the usual form in Germany and Luxembourg. */
const structured = (lines: readonly string[]): SwiftInformation | undefined => {
  // Lines are cut at 65 characters, in the middle of a sub-field.
  const whole = lines.join('');
  const start = /^(?:\d{3})?\?\d{2}/.exec(whole);
  if (!start) return undefined;
  const parts = whole.split(/\?(\d{2})/);
  const subFields = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2)
    subFields.set(parts[index] ?? '', parts[index + 1] ?? '');
  const several = (...codes: readonly string[]): readonly string[] =>
    codes.flatMap((code) => subFields.get(code) ?? []);
  const remittanceParts = several(
    ...['20', '21', '22', '23', '24', '25', '26', '27', '28', '29'],
    ...['60', '61', '62', '63', '64', '65', '70', '71'],
  );
  const remittance = joinFull(remittanceParts, '\n');
  const counterparty = oneBlank(joinFull(several('32', '33'), ' '));
  const counterpartyIban = ibanIn(subFields.get('38') ?? '') ?? ibanIn(subFields.get('31') ?? '');
  const reference = givenReference(oneBlank(afterKeyword(remittance, 'EREF') ?? ''));
  return {
    labelLines: [oneBlank(subFields.get('00') ?? ''), ...remittance.split('\n').map(oneBlank)],
    ...(counterparty !== '' && { counterparty }),
    ...(counterpartyIban !== undefined && { counterpartyIban }),
    ...(reference !== undefined && { reference }),
  };
};

/** Code words between slashes; each value goes up to the next word or the end of its line. */
const codeWord = /\/(TRTP|NAME|NPY|NBE|IBAN|BIC|EREF|RCN|RFB|REMI|CSID|MARF|ORDP|BENM|OCMT|CHGS)\//;
/** A line of the network is full at this width and goes on in the next. */
const lineWidth = 65;

/** `/NAME/J DUPONT/REMI/FACTURE 12/EREF/X12`, usual in the Netherlands and at some French banks. */
const codeWords = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const parts = joinFull(lines, '\n', lineWidth).split(codeWord);
  for (let index = 1; index < parts.length; index += 2) {
    const word = parts[index] ?? '';
    const value = (parts[index + 1] ?? '').split('\n', 1)[0] ?? '';
    if (!found.has(word)) found.set(word, oneBlank(value.replace(/\/{1,3}$/, '')));
  }
  return found;
};

/** `NL47… a name` on a line of its own, as ASN writes the other side. */
const leadingAccount = (line: string): { readonly iban: string; readonly name: string } | undefined => {
  const match = /^([A-Z]{2}\d{2}[A-Z0-9]{11,30}) (\S.*)$/.exec(line);
  return match ? { iban: match[1] ?? '', name: oneBlank(match[2] ?? '') } : undefined;
};

const free = (lines: readonly string[]): SwiftInformation => {
  const words = codeWords(lines);
  const account = leadingAccount(lines[0] ?? '');
  const counterparty = words.get('NAME') ?? words.get('NPY') ?? words.get('NBE') ?? account?.name ?? '';
  const counterpartyIban = ibanIn(words.get('IBAN') ?? '') ?? account?.iban;
  const reference = ['EREF', 'RCN', 'RFB']
    .map((word) => givenReference(words.get(word)))
    .find((text) => text !== undefined);
  return {
    labelLines: lines.map(oneBlank),
    ...(counterparty !== '' && { counterparty }),
    ...(counterpartyIban !== undefined && { counterpartyIban }),
    ...(reference !== undefined && { reference }),
  };
};

/** Reads the :86: field of a movement in any of its three usual forms; what is in none of them is label. */
export const swiftInformation = (allLines: readonly string[]): SwiftInformation => {
  const lines = allLines.slice(0, mostInformationLines).map((line) => line.slice(0, longestLine));
  const read = structured(lines) ?? free(lines);
  return { ...read, labelLines: read.labelLines.filter((line) => line !== '') };
};

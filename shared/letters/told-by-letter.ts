import type { LetterModel } from '../ipc/letter-contract.ts';
import { messageWording } from '../reminders/message-wording.ts';

const bankSentences: ReadonlySet<string> = new Set(
  (['fr', 'en'] as const).map((language) => messageWording(language).transferOnPaper),
);

/** Lines by which a text signs what the letter signs itself. */
const signatureLines = ({ sender }: LetterModel): ReadonlySet<string> => {
  const { name, signatoryName, signatoryCapacity, phone, email } = sender;
  return new Set(
    [
      name,
      signatoryName,
      signatoryCapacity,
      `${signatoryName}, ${signatoryCapacity}`,
      phone,
      email,
      `${phone}\u00A0· ${email}`,
    ].map((line) => line.trim()),
  );
};

const isSignature = (paragraph: string, known: ReadonlySet<string>): boolean =>
  paragraph.split('\n').every((line) => known.has(line.trim()));

/**
 * The letter without what its own page says once more: that the bank details are in it, right under the bank
 * details, and the names of the signature above the signature. One text serves e-mail and paper, where only the
 * e-mail needs these lines.
 */
export const withoutRepetition = (model: LetterModel): LetterModel => {
  const known = signatureLines(model);
  const kept = (paragraphs: readonly string[]): string[] =>
    model.withoutPayment ? [...paragraphs] : paragraphs.filter((text) => !bankSentences.has(text.trim()));
  const after = kept(model.paragraphsAfter);
  const last = after.at(-1);
  return {
    ...model,
    paragraphsBefore: kept(model.paragraphsBefore),
    paragraphsAfter: last !== undefined && isSignature(last, known) ? after.slice(0, -1) : after,
  };
};

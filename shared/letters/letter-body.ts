import type { LetterModel } from '../ipc/letter-contract.ts';
import { textAdvance } from './advance-width.ts';
import { letterWording } from './letter-wording.ts';
import {
  bodySize,
  greyInk,
  leftMarginMm,
  mm,
  paragraphGap,
  rightColumnMm,
  textWidth,
} from './page-measures.ts';
import type { PageNode } from './page-node.ts';
import { unbrokenWords } from './unbroken-words.ts';

/** A paragraph longer than this may run over a page end; a shorter one leaves no single line behind. */
const longestKeptTogether = 700;

/** « Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées. » and shorter. */
const longestFormula = 120;

/** More enclosures than fit beside the signature are listed below it. */
const mostEnclosuresBeside = 5;

/** « Objet : … », once, even where the template already says it. */
export const subjectLine = (model: Pick<LetterModel, 'language' | 'subject'>): PageNode => ({
  text: [
    { text: letterWording(model).subject },
    { text: model.subject.replace(/^(?:objet|subject)\s*:\s*/iu, ''), bold: true },
  ],
  fontSize: 10.5,
  margin: [0, 0, 0, 7],
});

export const paragraphs = (texts: readonly string[]): PageNode[] =>
  texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({
      text: unbrokenWords(text),
      margin: [0, 0, 0, paragraphGap],
      unbreakable: text.length <= longestKeptTogether,
    }));

const leftColumn = mm(rightColumnMm - leftMarginMm);
const columnGap = mm(5);
const enclosureWidth = leftColumn - columnGap - 23;

const enclosures = (model: LetterModel): PageNode[] =>
  model.enclosures.length === 0
    ? []
    : [
        {
          columns: [
            { width: model.language === 'en' ? 28 : 20, text: letterWording(model).enclosures, fontSize: 9 },
            { width: enclosureWidth, stack: model.enclosures.map((text) => ({ text, fontSize: 9 })) },
          ],
          columnGap: 3,
          margin: [0, 0, 0, 5],
        },
      ];

/** The articles the claim rests on, in small type. */
const references = (model: LetterModel): PageNode[] =>
  model.legalReferences === '' ? [] : [{ text: model.legalReferences, fontSize: 7.5, color: greyInk }];

/** What stands beside the signature while it is short, and under it when it is not. */
const footnotes = (model: LetterModel): PageNode[] => [...enclosures(model), ...references(model)];

const fitsBeside = (model: LetterModel): boolean =>
  model.enclosures.length <= mostEnclosuresBeside && model.legalReferences.length <= longestKeptTogether;

/** « Bien cordialement, » stands on the line of the name and not above it. */
const standsBeside = (formula: string | undefined): formula is string =>
  formula !== undefined &&
  !formula.includes('\n') &&
  textAdvance(formula, bodySize) <= leftColumn - columnGap;

/**
 * Name, capacity and signature in the right-hand column; beside them a formula of one short line, enclosures and
 * articles.
 */
const signature = (model: LetterModel, formula: string | undefined): PageNode => {
  const { signatoryName, signatoryCapacity, signatureHash } = model.sender;
  return {
    margin: [0, 3, 0, 3],
    columnGap,
    columns: [
      {
        width: leftColumn - columnGap,
        stack: [
          ...(formula === undefined ? [] : paragraphs([formula])),
          ...(fitsBeside(model) ? footnotes(model) : []),
        ],
      },
      {
        width: textWidth - leftColumn,
        stack: [
          { text: signatoryName, bold: true },
          { text: signatoryCapacity },
          signatureHash === undefined
            ? { text: '', fontSize: 1, margin: [0, 0, 0, mm(9)] }
            : { image: signatureHash, fit: [mm(55), mm(12)], margin: [0, 3, 0, 0] },
        ],
      },
    ],
  };
};

/** How many of the last paragraphs stand on the page of the signature: a formula of politeness brings one along. */
const keptWithSignature = (texts: readonly string[]): number => {
  const [before, last] = [texts.at(-2), texts.at(-1)];
  if (last === undefined || last.length > longestKeptTogether) return 0;
  const isFormula = last.length <= longestFormula;
  return isFormula && before !== undefined && before.length <= longestKeptTogether ? 2 : 1;
};

/** Last paragraphs and signature; the last paragraph never stands on the page before a lone signature. */
export const closing = (model: LetterModel): PageNode[] => {
  const texts = model.paragraphsAfter.filter((text) => text.trim() !== '');
  const formula = standsBeside(texts.at(-1)) ? texts.at(-1) : undefined;
  const after = paragraphs(formula === undefined ? texts : texts.slice(0, -1));
  const free = texts.length - keptWithSignature(texts);
  return [
    ...after.slice(0, free),
    { unbreakable: true, stack: [...after.slice(free), signature(model, formula)] },
    ...(fitsBeside(model) ? [] : footnotes(model)),
  ];
};

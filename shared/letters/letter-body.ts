import type { LetterModel } from '../ipc/letter-contract.ts';
import { greyInk, leftMarginMm, mm, paragraphGap, rightColumnMm, smallSize } from './page-measures.ts';
import type { PageNode, StackNode } from './page-node.ts';

/** A closing paragraph longer than this may be parted from the signature. */
const longestKeptTogether = 700;

/** « Objet : … », once, even where the template already says it. */
export const subjectLine = (subject: string): PageNode => ({
  text: [{ text: 'Objet : ' }, { text: subject.replace(/^objet\s*:\s*/iu, ''), bold: true }],
  fontSize: 11,
  margin: [0, 0, 0, 12],
});

export const paragraphs = (texts: readonly string[]): PageNode[] =>
  texts.filter((text) => text.trim() !== '').map((text) => ({ text, margin: [0, 0, 0, paragraphGap] }));

const signature = (model: LetterModel): StackNode => {
  const { signatoryName, signatoryCapacity, signatureHash } = model.sender;
  return {
    margin: [mm(rightColumnMm - leftMarginMm), 8, 0, 10],
    stack: [
      { text: signatoryName, bold: true },
      { text: signatoryCapacity },
      signatureHash === undefined
        ? { text: '', margin: [0, 0, 0, mm(16)] }
        : { image: signatureHash, fit: [mm(55), mm(20)], margin: [0, 4, 0, 0] },
    ],
  };
};

/** Last paragraphs and signature; the last paragraph never stands on the page before a lone signature. */
export const closing = (model: LetterModel): PageNode[] => {
  const after = paragraphs(model.paragraphsAfter);
  const last = after.at(-1);
  const lastText = last && 'text' in last && typeof last.text === 'string' ? last.text : '';
  if (!last || lastText.length > longestKeptTogether)
    return [...after, { ...signature(model), unbreakable: true }];
  return [...after.slice(0, -1), { unbreakable: true, stack: [last, signature(model)] }];
};

/** « PJ : … » and the articles the claim rests on, in small type at the end. */
export const enclosuresAndReferences = (model: LetterModel): PageNode[] => {
  const nodes: PageNode[] = [];
  if (model.enclosures.length > 0)
    nodes.push({
      columns: [
        { width: 22, text: 'PJ :', fontSize: 9 },
        { width: '*', stack: model.enclosures.map((text) => ({ text, fontSize: 9 })) },
      ],
      margin: [0, 0, 0, 6],
    });
  if (model.legalReferences !== '')
    nodes.push({ text: model.legalReferences, fontSize: smallSize, color: greyInk });
  return nodes.length === 0 ? [] : [{ unbreakable: true, stack: nodes }];
};

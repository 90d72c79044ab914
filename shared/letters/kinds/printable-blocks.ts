import type { LetterBlock } from '../../ipc/letter-block.ts';
import { printableParagraph, printableText } from '../printable-text.ts';

/** A block with every text as the letter fonts can set it; figures and days untouched. */
export const printableBlock = (block: LetterBlock): LetterBlock => {
  switch (block.kind) {
    case 'movements':
      return {
        ...block,
        lines: block.lines.map((line) => ({ ...line, reference: printableText(line.reference) })),
      };
    case 'invoices':
      return {
        ...block,
        title: printableText(block.title),
        rows: block.rows.map((row) => ({ ...row, number: printableText(row.number) })),
      };
    case 'discounts':
      return { ...block, rows: block.rows.map((row) => ({ ...row, number: printableText(row.number) })) };
    case 'settled':
      return { ...block, rows: block.rows.map((row) => ({ ...row, number: printableText(row.number) })) };
    case 'instalments':
      return block;
    case 'total':
      return {
        ...block,
        label: printableText(block.label),
        ...(block.note === undefined ? {} : { note: printableParagraph(block.note) }),
      };
  }
};

/** The texts of a block that come from the user's data. */
export const textsOfBlock = (block: LetterBlock): readonly string[] => {
  switch (block.kind) {
    case 'movements':
      return block.lines.map(({ reference }) => reference);
    case 'invoices':
    case 'discounts':
    case 'settled':
      return block.rows.map(({ number }) => number);
    case 'instalments':
      return [];
    case 'total':
      return [block.label];
  }
};

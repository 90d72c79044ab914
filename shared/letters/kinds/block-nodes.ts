import type { LetterModel } from '../../ipc/letter-contract.ts';
import type { CarriedTable } from '../carried-totals.ts';
import { letterWording } from '../letter-wording.ts';
import { greyInk, mm, ruledLayout, textWidth } from '../page-measures.ts';
import type { PageNode } from '../page-node.ts';
import { type BlockOf, blockTable } from './block-table.ts';

const blockWidth = mm(118);
const amountWidth = mm(34);

const totalNode = (block: BlockOf<'total'>, model: LetterModel): PageNode => ({
  unbreakable: true,
  margin: [textWidth - blockWidth, 5, 0, 9],
  stack: [
    {
      table: {
        widths: [blockWidth - amountWidth - 8, amountWidth],
        body: [
          [
            { text: block.label, bold: true, fontSize: 11, verticalAlignment: 'bottom' },
            {
              text: letterWording(model).amount(block.cents),
              bold: true,
              fontSize: 13,
              alignment: 'right',
              noWrap: true,
            },
          ],
        ],
      },
      // The table above ends with a rule of its own.
      layout: ruledLayout(2, () => 0, { x: 4, y: 1.3 }),
    },
    ...(block.note === undefined
      ? []
      : [
          {
            text: block.note,
            alignment: 'right',
            italics: true,
            fontSize: 9,
            color: greyInk,
            margin: [0, 1, 0, 0],
          } satisfies PageNode,
        ]),
  ],
});

/** The blocks of figures of a letter, and the tables that carry their sums over page breaks. */
export const blockNodes = (
  model: LetterModel,
  key: string,
): { readonly nodes: readonly PageNode[]; readonly tables: readonly CarriedTable[] } => {
  const nodes: PageNode[] = [];
  const tables: CarriedTable[] = [];
  for (const [index, block] of (model.blocks ?? []).entries()) {
    if (block.kind === 'total') {
      nodes.push(totalNode(block, model));
      continue;
    }
    if (block.kind === 'invoices' && block.title !== '')
      nodes.push({ text: block.title, bold: true, margin: [0, 8, 0, 2] });
    const table = blockTable(block, model, `${key}-${index}`);
    nodes.push(table.node, { text: '', fontSize: 1, margin: [0, 0, 0, 7] });
    tables.push(table.carried);
  }
  return { nodes, tables };
};

import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { greyInk, smallSize } from './page-measures.ts';
import type { PageNode } from './page-node.ts';
import { statementTable } from './statement-table.ts';

/** An annex of up to this many lines is kept in one piece; a longer one begins a page. */
const shortAnnex = 30;

const method =
  'Intérêts\u00A0: base × taux annuel × nombre de jours / 365, arrondis au centime à chaque ligne. Le premier jour compté est le lendemain de l’échéance, ou de la mise en demeure là où la loi l’exige\u00A0; le dernier est celui de ce courrier, ou du règlement. Un règlement partiel s’impute d’abord sur les intérêts (C. civ. 1343-1).';

/** The décompte after the signature: each invoice with the article of every line, adding up to the claim. */
export const claimAnnex = (model: LetterModel): PageNode[] => {
  if (model.annex.length === 0) return [];
  const isShort = model.annex.reduce((count, { lines }) => count + lines.length, 0) <= shortAnnex;
  const nodes: PageNode[] = [
    {
      text: `Annexe\u00A0: décompte arrêté au ${formatDay(model.writtenOn)}`,
      bold: true,
      fontSize: 12,
      ...(isShort ? {} : { pageBreak: 'before' as const }),
      margin: [0, isShort ? 18 : 4, 0, 6],
    },
    { text: method, fontSize: smallSize, color: greyInk, margin: [0, 0, 0, 2] },
    statementTable(model.annex),
  ];
  return isShort ? [{ stack: nodes, unbreakable: true }] : nodes;
};

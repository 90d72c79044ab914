import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { sumCents } from '../money/cents.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import type { CarriedTable } from './carried-totals.ts';
import { figureTable } from './figure-table.ts';
import { interestTermOf } from './interest-term.ts';
import { greyInk, smallSize } from './page-measures.ts';
import type { PageNode } from './page-node.ts';

type InterestRow = LetterModel['interestRows'][number];

const percent = (basisPoints: number): string => `${formatPlainAmount(basisPoints)} %`;

/** A décompte up to this many lines is kept in one piece; a longer one begins a page. */
const shortAnnex = 12;

/** The décompte after the signature: one line per invoice, rate period and balance, adding up to the claim. */
export const interestAnnex = (
  model: LetterModel,
  key: string,
): { readonly nodes: PageNode[]; readonly carried: CarriedTable[] } => {
  if (!model.showsPenalties || model.interestRows.length === 0) return { nodes: [], carried: [] };
  const term = interestTermOf(model);
  const table = figureTable<InterestRow>(
    key,
    { heading: 'Facture', cell: (row) => row.number, total: 'Total' },
    [
      { heading: 'Du', cell: (row) => formatDay(row.from), sum: () => '' },
      { heading: 'Au', cell: (row) => formatDay(row.to), sum: () => '' },
      { heading: 'Jours', cell: (row) => String(row.days), sum: () => '' },
      { heading: 'Somme due (€)', cell: (row) => formatPlainAmount(row.principalCents), sum: () => '' },
      { heading: 'Taux annuel', cell: (row) => percent(row.rateBasisPoints), sum: () => '' },
      {
        heading: `${term.column} (€)`,
        cell: (row) => formatPlainAmount(row.interestCents),
        sum: (rows) => formatPlainAmount(sumCents(rows.map((row) => row.interestCents))),
      },
    ],
    model.interestRows,
  );
  const isShort = model.interestRows.length <= shortAnnex;
  const nodes: PageNode[] = [
    {
      text: `Annexe : décompte ${term.plural} au ${formatDay(model.writtenOn)}`,
      bold: true,
      fontSize: 12,
      ...(isShort ? {} : { pageBreak: 'before' as const }),
      margin: [0, isShort ? 18 : 4, 0, 6],
    },
    {
      text: 'Chaque ligne : somme due × taux annuel × nombre de jours / 365, arrondie au centime. Le premier jour compté est le lendemain de l’échéance, le dernier est celui du décompte ou du règlement.',
      fontSize: smallSize,
      color: greyInk,
      margin: [0, 0, 0, 4],
    },
    table.node,
  ];
  return {
    nodes: isShort ? [{ stack: nodes, unbreakable: true }] : nodes,
    carried: isShort ? [] : [table.carried],
  };
};

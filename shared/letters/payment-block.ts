import { formatCreditorReference } from '../identifiers/creditor-reference.ts';
import { formatIban } from '../identifiers/iban.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { letterWording } from './letter-wording.ts';
import { greyInk, hairline, hairlineColor, mm, ruledLayout, smallSize, textWidth } from './page-measures.ts';
import type { PageNode, StackNode } from './page-node.ts';
import { type QrMatrix, qrModules } from './qr-modules.ts';

const qrSize = mm(23);
const qrColumn = mm(28);
const columnGap = mm(8);
const labelWidth = mm(34);
const accountWidth = textWidth - qrColumn - columnGap;

/** « FR76 3000 6000 … »: groups that cannot be torn apart at a line end. */
const unbroken = (grouped: string): string => grouped.replaceAll(' ', '\u00A0');

/** How to pay: account, exact holder, reference, and the same as a QR code where the data allows one. */
export const paymentBlock = (
  model: LetterModel,
  qrMatrix: (payload: string) => QrMatrix | undefined,
): StackNode => {
  const wording = letterWording(model).payment;
  const { holder, iban, bic, reference, qrPayload, link, chequeOrder } = model.payment;
  const entries: [string, string][] = [
    [wording.holder, holder],
    ['IBAN', unbroken(formatIban(iban))],
    ['BIC', bic],
    [wording.reference, unbroken(formatCreditorReference(reference))],
  ];
  const value = (text: string): PageNode => ({ text, fontSize: 10 });
  const body = entries
    .filter(([, text]) => text !== '')
    .map(([label, text]): [string, PageNode] => [label, value(text)]);
  if (link !== undefined)
    // A long address is small, so that it breaks as seldom as can be.
    body.push([wording.link, { text: link, link, fontSize: link.length > 60 ? 7.5 : 9 }]);
  if (chequeOrder !== undefined) body.push([wording.cheque, value(wording.chequeTo(chequeOrder))]);
  const account: PageNode = {
    width: accountWidth,
    stack: [
      { text: wording.title, bold: true, margin: [0, 0, 0, 3] },
      {
        table: {
          widths: [labelWidth, accountWidth - labelWidth - 8],
          body: body.map(([label, node]): PageNode[] => [{ text: label, color: greyInk, fontSize: 9 }, node]),
        },
        layout: ruledLayout(2, () => 0, { x: 4, y: 0.4 }),
      },
    ],
  };
  const matrix = qrPayload === undefined ? undefined : qrMatrix(qrPayload);
  const columns: PageNode[] = [account];
  if (matrix !== undefined)
    columns.push({
      width: qrColumn,
      stack: [
        { canvas: qrModules(matrix, qrSize), alignment: 'right' },
        {
          text: wording.scan,
          fontSize: smallSize,
          color: greyInk,
          alignment: 'right',
          noWrap: true,
          margin: [0, 2, 0, 0],
        },
      ],
    });
  const rule = (): PageNode => ({
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: hairline, lineColor: hairlineColor },
    ],
  });
  return {
    stack: [rule(), { columns, columnGap, margin: [0, 5, 0, 3] }, rule()],
    unbreakable: true,
    margin: [0, 0, 0, 7],
  };
};

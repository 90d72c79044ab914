import { formatCreditorReference } from '../identifiers/creditor-reference.ts';
import { formatIban } from '../identifiers/iban.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { textAdvance } from './advance-width.ts';
import { letterWording } from './letter-wording.ts';
import { greyInk, hairline, hairlineColor, mm, ruledLayout, smallSize, textWidth } from './page-measures.ts';
import type { PageNode, StackNode } from './page-node.ts';
import { type QrMatrix, qrModules } from './qr-modules.ts';

const qrSize = mm(23);
const qrColumn = mm(28);
const columnGap = mm(8);
const labelWidth = mm(34);
const accountWidth = textWidth - qrColumn - columnGap;
const valueWidth = accountWidth - labelWidth - 8;

/** A long address is smaller, so that it breaks as seldom as can be. */
const linkSize = (link: string): number =>
  [9, 8.5, 8, 7.5, 7].find((size) => textAdvance(link, size) <= valueWidth) ?? 7.5;

/** « FR76 3000 6000 … »: groups that cannot be torn apart at a line end. */
const unbroken = (grouped: string): string => grouped.replaceAll(' ', '\u00A0');

/** Label and value; the BIC stands on the line of the IBAN where there is room. */
type Row = readonly [label: string, value: PageNode];

const valueSize = 9.5;
const labelSize = 9;
const gapBeforeBic = '\u00A0\u00A0\u00A0 ';

const value = (text: string): PageNode => ({ text, fontSize: valueSize });

const accountRows = (iban: string, bic: string): readonly Row[] => {
  if (bic === '') return iban === '' ? [] : [['IBAN', value(iban)]];
  const isOneLine = textAdvance(`${iban}${gapBeforeBic}BIC\u00A0${bic}`, valueSize) <= valueWidth;
  if (!isOneLine || iban === '')
    return [...(iban === '' ? [] : [['IBAN', value(iban)] as const]), ['BIC', value(bic)]];
  const label = { text: `${gapBeforeBic}BIC\u00A0`, color: greyInk, fontSize: labelSize };
  return [['IBAN', { text: [{ text: iban }, label, { text: bic }], fontSize: valueSize }]];
};

/** How to pay: account, exact holder, reference, and the same as a QR code where the data allows one. */
export const paymentBlock = (
  model: LetterModel,
  qrMatrix: (payload: string) => QrMatrix | undefined,
): StackNode => {
  const wording = letterWording(model).payment;
  const { holder, iban, bic, reference, qrPayload, link, chequeOrder } = model.payment;
  const body: Row[] = [
    ...(holder === '' ? [] : [[wording.holder, value(holder)] as const]),
    ...accountRows(unbroken(formatIban(iban)), bic),
    ...(reference === ''
      ? []
      : [[wording.reference, value(unbroken(formatCreditorReference(reference)))] as const]),
  ];
  if (link !== undefined) body.push([wording.link, { text: link, link, fontSize: linkSize(link) }]);
  if (chequeOrder !== undefined) body.push([wording.cheque, value(wording.chequeTo(chequeOrder))]);
  const account: PageNode = {
    width: accountWidth,
    stack: [
      { text: wording.title, bold: true, margin: [0, 0, 0, 3] },
      {
        table: {
          widths: [labelWidth, valueWidth],
          body: body.map(([label, node]): PageNode[] => [
            { text: label, color: greyInk, fontSize: labelSize },
            node,
          ]),
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
    stack: [rule(), { columns, columnGap, margin: [0, 4, 0, 2] }, rule()],
    unbreakable: true,
    margin: [0, 0, 0, 6],
  };
};

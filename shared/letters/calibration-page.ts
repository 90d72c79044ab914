import type { LetterLayout } from './letter-document.ts';
import { foldMarks } from './letterhead.ts';
import { bodySize, greyInk, ink, letterFont, mm, pageHeightMm, pageWidthMm } from './page-measures.ts';
import type { CanvasShape, PageDocument, PageNode } from './page-node.ts';
import { recipientBlock } from './recipient-block.ts';
import {
  addressAreaOf,
  alwaysVisibleArea,
  envelopeOf,
  type SheetArea,
  windowClearance,
} from './window-geometry.ts';

const fine = '#e6e8ec';
const medium = '#ccd0d7';
const strong = '#8a909b';
const accent = '#1f4b99';

const line = (x1: number, y1: number, x2: number, y2: number, color: string, width: number): CanvasShape => ({
  type: 'line',
  x1: mm(x1),
  y1: mm(y1),
  x2: mm(x2),
  y2: mm(y2),
  lineWidth: width,
  lineColor: color,
});

const frame = (area: SheetArea, color: string, width: number): CanvasShape => ({
  type: 'rect',
  x: mm(area.leftMm),
  y: mm(area.topMm),
  w: mm(area.rightMm - area.leftMm),
  h: mm(area.bottomMm - area.topMm),
  lineWidth: width,
  lineColor: color,
});

/** The part of the sheet with a grid of millimetres: round the window, as far as an envelope may be off. */
const gridArea = (clear: SheetArea): SheetArea => ({
  leftMm: Math.max(10, Math.floor((clear.leftMm - 10) / 10) * 10),
  topMm: Math.max(10, Math.floor((clear.topMm - 10) / 10) * 10),
  rightMm: Math.min(200, Math.ceil((clear.rightMm + 5) / 10) * 10),
  bottomMm: Math.ceil((clear.bottomMm + 10) / 10) * 10,
});

const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.round(to - from) + 1 }, (_, index) => from + index);

const weight = (at: number): readonly [color: string, width: number] =>
  at % 10 === 0 ? [strong, 0.4] : at % 5 === 0 ? [medium, 0.3] : [fine, 0.2];

const grid = (area: SheetArea): CanvasShape[] => [
  ...steps(area.leftMm, area.rightMm).map((x) => line(x, area.topMm, x, area.bottomMm, ...weight(x))),
  ...steps(area.topMm, area.bottomMm).map((y) => line(area.leftMm, y, area.rightMm, y, ...weight(y))),
];

const label = (text: string, xMm: number, yMm: number, color = greyInk): PageNode => ({
  absolutePosition: { x: mm(xMm), y: mm(yMm) },
  columns: [{ width: mm(40), text, fontSize: 6.5, color }],
});

const gridLabels = (area: SheetArea): PageNode[] => [
  ...steps(area.leftMm, area.rightMm)
    .filter((x) => x % 10 === 0)
    .map((x) => label(`${x}`, x - 1.5, area.topMm - 3)),
  ...steps(area.topMm, area.bottomMm)
    .filter((y) => y % 10 === 0)
    .map((y) => label(`${y}`, area.leftMm - 6, y - 1.2)),
];

/** Crosses at a known distance from two edges each: a ruler tells how far the printer is off. */
const crosses: readonly (readonly [xMm: number, yMm: number])[] = [
  [20, 20],
  [pageWidthMm - 20, 20],
  [20, pageHeightMm - 20],
  [pageWidthMm - 20, pageHeightMm - 20],
];

const cross = ([x, y]: readonly [xMm: number, yMm: number]): CanvasShape[] => [
  line(x - 6, y, x + 6, y, ink, 0.4),
  line(x, y - 6, x, y + 6, ink, 0.4),
];

const millimetres = (value: number): string => `${value}`.replace('.', ',');

const shift = (value: number, positive: string, negative: string): string =>
  `${millimetres(Math.abs(value))}\u00A0mm vers ${value < 0 ? negative : positive}`;

const sampleAddress = [
  'ETALONNAGE DE LA FENETRE',
  'Service comptabilité',
  'BATIMENT C ZONE ARTISANALE',
  '124 AV DU MARECHAL DE LATTRE DE TASSIG',
  'BP 1234',
  '69100 VILLEURBANNE CEDEX 02',
];

const instructions = (layout: LetterLayout): string[] => [
  'Imprimez cette page à 100\u00A0% («\u00A0taille réelle\u00A0»), sans mise à l’échelle ni ajustement.',
  'Mesurez la croix en haut à gauche\u00A0: son centre est à 20\u00A0mm du bord gauche et à 20\u00A0mm du bord haut. Reportez l’écart, en sens inverse, dans les décalages de l’imprimante\u00A0: une croix à 22\u00A0mm du bord gauche demande –2 en largeur.',
  'Les trois autres croix sont aussi à 20\u00A0mm des bords\u00A0: si l’écart n’y est pas le même, l’imprimante change l’échelle.',
  'Pliez la feuille, glissez-la dans l’enveloppe et tapotez-la contre chaque bord\u00A0: le cadre bleu doit rester visible en entier, et rien d’autre que la grille et l’adresse ne doit apparaître.',
  'Si la fenêtre ne correspond pas, mesurez votre enveloppe et choisissez «\u00A0Mes mesures\u00A0» dans les réglages d’impression.',
  layout.offsetXmm === 0 && layout.offsetYmm === 0
    ? 'Décalages actuels\u00A0: aucun.'
    : `Décalages actuels\u00A0: ${shift(layout.offsetXmm, 'la droite', 'la gauche')}, ${shift(layout.offsetYmm, 'le bas', 'le haut')}.`,
];

/**
 * « Page d’étalonnage »: a millimetre grid round the window, the frame that always shows, the address where
 * letters print it, crosses at known distances from the edges, and what to do with them. Real windows differ
 * (law-and-formats.md 2.4).
 */
export const calibrationPage = (layout: LetterLayout, printerName: string | undefined): PageDocument => {
  const envelope = envelopeOf(layout.addressModel);
  const visible = alwaysVisibleArea(envelope);
  const clear = windowClearance(envelope);
  const area = gridArea(clear);
  const measures = `Enveloppe ${millimetres(envelope.widthMm)} × ${millimetres(envelope.heightMm)}\u00A0mm, fenêtre ${millimetres(envelope.windowWidthMm)} × ${millimetres(envelope.windowHeightMm)}\u00A0mm à ${millimetres(envelope.windowRightMm)}\u00A0mm du bord droit et ${millimetres(envelope.windowBottomMm)}\u00A0mm du bas.`;
  return {
    pageSize: 'A4',
    pageMargins: [mm(25), mm(area.bottomMm + 14), mm(25), mm(10)],
    language: 'fr-FR',
    displayTitle: true,
    info: { title: 'Page d’étalonnage', author: 'Acquit', creator: 'Acquit', producer: 'Acquit' },
    defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: 1.1, color: ink },
    images: {},
    content: [
      {
        absolutePosition: { x: 0, y: 0 },
        canvas: [
          ...grid(area),
          frame(clear, strong, 0.6),
          frame(addressAreaOf(layout.addressModel), strong, 0.4),
          frame(visible, accent, 1.2),
          ...crosses.flatMap(cross),
        ],
      },
      ...gridLabels(area),
      ...(layout.foldMarks === false ? [] : foldMarks(layout.addressModel)),
      recipientBlock(sampleAddress, layout.addressModel, { xMm: layout.offsetXmm, yMm: layout.offsetYmm }),
      {
        absolutePosition: { x: mm(30), y: mm(17) },
        columns: [{ width: mm(150), text: 'Page d’étalonnage', bold: true, fontSize: 15 }],
      },
      {
        text: 'En bleu, la partie de la feuille toujours visible dans la fenêtre ; en gris, ce qui doit rester vide autour et la place de l’adresse. Grille en millimètres.'.replace(
          ' ;',
          '\u202F;',
        ),
        color: greyInk,
        fontSize: 9,
        margin: [0, 0, 0, 6],
      },
      {
        text: printerName === undefined ? measures : `Imprimante «\u00A0${printerName}\u00A0». ${measures}`,
        margin: [0, 0, 0, 8],
      },
      ...instructions(layout).map(
        (text, index): PageNode => ({
          columns: [
            { width: 14, text: `${index + 1}.` },
            { width: mm(152), text },
          ],
          margin: [0, 0, 0, 4],
        }),
      ),
    ],
    header: () => null,
    footer: () => null,
  };
};

import type { LetterModel } from '../ipc/letter-contract.ts';
import { type CarriedTable, carriedForward, carriedOver } from './carried-totals.ts';
import { claimAnnex } from './claim-annex.ts';
import { invoiceTable } from './invoice-table.ts';
import { blockNodes } from './kinds/block-nodes.ts';
import { withCountersignature } from './kinds/countersignature.ts';
import { closing, paragraphs, subjectLine } from './letter-body.ts';
import { letterWording } from './letter-wording.ts';
import { foldMarks, letterhead, placeAndDate, registeredMention } from './letterhead.ts';
import { bodyLineHeight, bodySize, ink, letterFont, pageMargins } from './page-measures.ts';
import type { NodePosition, PageDocument, PageNode } from './page-node.ts';
import { paymentBlock } from './payment-block.ts';
import { printableModel } from './printable-model.ts';
import type { QrMatrix } from './qr-modules.ts';
import { recipientBlock } from './recipient-block.ts';
import { bottomLine, continuationLine } from './running-lines.ts';
import { withoutRepetition } from './told-by-letter.ts';
import { totalsBlock } from './totals-block.ts';
import type { AddressModel } from './window-geometry.ts';

/** How letters go on paper. Offsets move the address block, in millimetres, to suit printer and envelopes. */
export interface LetterLayout {
  readonly addressModel: AddressModel;
  readonly offsetXmm: number;
  readonly offsetYmm: number;
  /** Every letter of a batch begins on the front of a sheet. */
  readonly duplex: boolean;
  /** Short marks where the sheet is folded; printed where undefined. */
  readonly foldMarks?: boolean | undefined;
}

export const defaultLetterLayout: LetterLayout = {
  addressModel: 'DL',
  offsetXmm: 0,
  offsetYmm: 0,
  duplex: false,
};

/** What the pure part does not make itself. */
export interface LetterResources {
  /** Logos and signatures as data URLs, by the hash the models name. */
  readonly images: Readonly<Record<string, string>>;
  /** QR code of a SEPA payload; undefined where it does not fit. */
  readonly qrMatrix: (payload: string) => QrMatrix | undefined;
}

export interface PageRange {
  /** 1-based, inclusive. */
  readonly first: number;
  readonly last: number;
}

export interface LetterDocument {
  readonly definition: PageDocument;
  /** Pages of each letter, in order; known once pdfmake has laid the document out. */
  readonly pageRanges: () => readonly PageRange[];
}

interface SetLetter {
  readonly model: LetterModel;
  readonly nodes: PageNode[];
  /** Tells on which page the letter begins. */
  readonly anchor: PageNode;
  readonly tables: readonly CarriedTable[];
}

/** What the letter counts: the invoices that it claims with their totals, or the blocks of another letter. */
const figuresOf = (
  model: LetterModel,
  index: number,
): { readonly nodes: readonly PageNode[]; readonly tables: readonly CarriedTable[] } => {
  if (model.kind === 'correspondence') return blockNodes(model, `block-${index}`);
  const table = invoiceTable(model, `invoices-${index}`);
  return { nodes: [table.node, totalsBlock(model)], tables: [table.carried] };
};

const setLetter = (
  given: LetterModel,
  layout: LetterLayout,
  resources: LetterResources,
  index: number,
): SetLetter => {
  const model = withoutRepetition(printableModel(given));
  const figures = figuresOf(model, index);
  const anchor = placeAndDate(model);
  const head = letterhead(model, layout.addressModel);
  if (index > 0) head.pageBreak = 'before';
  return {
    model,
    anchor,
    tables: figures.tables.map((table) => ({ ...table, labels: letterWording(model) })),
    nodes: [
      head,
      recipientBlock(model.recipient.lines, layout.addressModel, {
        xMm: layout.offsetXmm,
        yMm: layout.offsetYmm,
      }),
      ...registeredMention(model),
      ...(layout.foldMarks === false || model.withoutEnvelope ? [] : foldMarks(layout.addressModel)),
      anchor,
      subjectLine(model),
      ...paragraphs(model.paragraphsBefore),
      ...figures.nodes,
      ...(model.withoutPayment ? [] : [paymentBlock(model, resources.qrMatrix)]),
      ...withCountersignature(closing(model), model),
      ...claimAnnex(model),
    ],
  };
};

const firstPage = (node: PageNode): number =>
  (node.positions as NodePosition[] | undefined)?.[0]?.pageNumber ?? 0;

/**
 * Sets letters as one document for pdfmake, each beginning on a new page, with its own page numbers and
 * carried sums. Blank backs for printing on both sides are added when batches are put together
 * (electron/letters), since only there all letters follow each other.
 */
export const letterDocument = (
  models: readonly LetterModel[],
  layout: LetterLayout,
  resources: LetterResources,
): LetterDocument => {
  const letters = models.map((model, index) => setLetter(model, layout, resources, index));
  // pdfmake asks for headers and footers first page first, once everything has its place.
  let totalPages = 0;
  const ranges = (): readonly PageRange[] => {
    const starts = letters.map((letter) => firstPage(letter.anchor));
    return starts.map((first, index) => ({ first, last: (starts[index + 1] ?? totalPages + 1) - 1 }));
  };
  const letterOn = (page: number): { readonly letter: SetLetter; readonly range: PageRange } | undefined => {
    const all = ranges();
    const index = all.findLastIndex((range) => range.first <= page);
    const [letter, range] = [letters[index], all[index]];
    return letter && range ? { letter, range } : undefined;
  };
  return {
    pageRanges: ranges,
    definition: {
      pageSize: 'A4',
      pageMargins: [...pageMargins],
      language: models.length > 0 && models.every(({ language }) => language === 'en') ? 'en-GB' : 'fr-FR',
      displayTitle: true,
      info: {
        title: models.length === 1 ? printableModel(models[0] as LetterModel).subject : 'Courriers',
        author: letters[0]?.model.sender.name ?? '',
        creator: 'Acquit',
        producer: 'Acquit',
      },
      defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
      images: { ...resources.images },
      content: letters.flatMap((letter) => letter.nodes),
      header: (page, pageCount) => {
        totalPages = pageCount;
        const at = letterOn(page);
        if (!at || page === at.range.first) return null;
        const carried = carriedForward(at.letter.tables, page);
        return [continuationLine(at.letter.model), ...(carried ? [carried] : [])];
      },
      footer: (page, pageCount) => {
        totalPages = pageCount;
        const at = letterOn(page);
        if (!at) return null;
        const carried = carriedOver(at.letter.tables, page);
        const { first, last } = at.range;
        return [
          ...(carried ? [carried] : []),
          bottomLine(at.letter.model, page - first + 1, last - first + 1, carried !== undefined),
        ];
      },
    },
  };
};

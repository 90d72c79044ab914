/**
 * The part of pdfmake's document language that letters use. Declared here because pdfmake's own types
 * pull Node and the DOM in, and `shared/` compiles without either. Nodes are mutable: pdfmake writes the
 * positions it gave them into the definition.
 */
export interface NodePosition {
  /** 1-based page of the document. */
  readonly pageNumber: number;
  /** Points from the top left corner of the page. */
  readonly left: number;
  readonly top: number;
}

/** Left, top, right, bottom, in points. */
export type Margin = [number, number, number, number];

export interface TextStyle {
  fontSize?: number;
  lineHeight?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  alignment?: 'left' | 'right' | 'center';
  characterSpacing?: number;
  noWrap?: boolean;
  verticalAlignment?: 'bottom';
}

interface PlacedNode extends TextStyle {
  margin?: Margin;
  absolutePosition?: { x: number; y: number };
  pageBreak?: 'before';
  unbreakable?: boolean;
  /** Always fixed: pdfmake widens any other column to its longest word, beyond the page. */
  width?: number;
  /**
   * Unique in the document. Only nodes that have one get their page put right when they are moved to the
   * next page in one piece.
   */
  id?: string;
  /** Written by pdfmake during layout. */
  positions?: NodePosition[];
}

export interface TextNode extends PlacedNode {
  text: string | TextSpan[];
  /** Address that a click opens; https only. */
  link?: string;
  colSpan?: number;
}
export interface TextSpan extends TextStyle {
  text: string;
}
export interface StackNode extends PlacedNode {
  stack: PageNode[];
}
export interface ColumnsNode extends PlacedNode {
  columns: PageNode[];
  columnGap?: number;
}
export interface TableNode extends PlacedNode {
  table: {
    body: PageNode[][];
    widths: number[];
    heights?: number[];
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  layout?: TableLayout;
}
export interface TableLayout {
  hLineWidth: (line: number) => number;
  vLineWidth: () => number;
  hLineColor: () => string;
  paddingLeft: (column: number) => number;
  paddingRight: (column: number) => number;
  paddingTop: (row: number) => number;
  paddingBottom: (row: number) => number;
}
export interface ImageNode extends PlacedNode {
  image: string;
  fit: [number, number];
}
export interface CanvasNode extends PlacedNode {
  canvas: CanvasShape[];
}
export interface CanvasRect {
  type: 'rect';
  x: number;
  y: number;
  w: number;
  h: number;
  lineWidth: number;
  lineColor?: string;
  /** Filled where given. */
  color?: string;
}
export type CanvasShape =
  | { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number; lineColor: string }
  | CanvasRect;

export type PageNode = TextNode | StackNode | ColumnsNode | TableNode | ImageNode | CanvasNode;

/** A document for pdfmake. */
export interface PageDocument {
  pageSize: 'A4';
  pageMargins: Margin;
  language: string;
  displayTitle: boolean;
  info: { title: string; author: string; creator: string; producer: string; creationDate?: Date };
  defaultStyle: TextStyle & { font: string };
  images: Record<string, string>;
  content: PageNode[];
  header: (page: number, pageCount: number) => PageNode[] | null;
  footer: (page: number, pageCount: number) => PageNode[] | null;
}

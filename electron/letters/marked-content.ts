import { createRequire } from 'node:module';

/** What is used of pdfmake's renderer, which its types leave out. */
interface Line {
  readonly lastLineInParagraph?: boolean;
}
interface Page {
  readonly height: number;
}
interface Renderer {
  readonly pdfDocument: { readonly page: Page; addContent(content: string): void };
}
type Render<Item> = (this: Renderer, item: Item, x: number, y: number) => void;
interface RendererPrototype {
  renderLine: Render<Line>;
  renderVector: Render<unknown>;
  renderImage: Render<unknown>;
}

/** Running lines stand above and below this, in points; the text of a letter begins at 20 mm and ends at 281 mm. */
const runningAbove = 50;
const runningBelow = 45;

let isMarking = false;

/**
 * Has pdfmake mark what it writes, so that a file can be given a structure: each line of text as a piece of a
 * paragraph (« Span », the last one « P »), in reading order, page by page; rules, QR modules and pictures as
 * artefacts, headers and footers as pagination (ISO 32000-1, 14.8.2.2). pdfmake 0.3 knows the option `tagged`, but
 * marks nothing itself.
 */
export const markContent = (): void => {
  if (isMarking) return;
  isMarking = true;
  // As pdfmake itself asks for it: an import may give another copy of the module.
  const { default: rendererClass } = createRequire(import.meta.url)('pdfmake/js/Renderer.js') as {
    readonly default: { readonly prototype: RendererPrototype };
  };
  const { prototype } = rendererClass;
  const { renderLine, renderVector, renderImage } = prototype;
  const marked = new WeakMap<Page, number>();
  const asArtefact = <Item>(render: Render<Item>): Render<Item> =>
    function (this: Renderer, item, x, y) {
      this.pdfDocument.addContent('/Artifact BMC');
      render.call(this, item, x, y);
      this.pdfDocument.addContent('EMC');
    };
  prototype.renderVector = asArtefact(renderVector);
  prototype.renderImage = asArtefact(renderImage);
  prototype.renderLine = function (line, x, y) {
    const { page } = this.pdfDocument;
    if (y < runningAbove || y > page.height - runningBelow)
      this.pdfDocument.addContent('/Artifact <</Type /Pagination>> BDC');
    else {
      const count = marked.get(page) ?? 0;
      marked.set(page, count + 1);
      const role = line.lastLineInParagraph === false ? 'Span' : 'P';
      this.pdfDocument.addContent(`/${role} <</MCID ${count}>> BDC`);
    }
    renderLine.call(this, line, x, y);
    this.pdfDocument.addContent('EMC');
  };
};

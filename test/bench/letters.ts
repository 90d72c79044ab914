// Letters a second in a batch, against pages that PDFKit writes without any layout.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { renderLetters } from '../../electron/letters/render-letters.ts';
import { threadedPress } from '../../electron/letters/threaded-press.ts';
import { defaultLetterLayout } from '../../shared/letters/letter-document.ts';
import { letter } from '../unit/shared/letters/sample-letter.ts';
import { best, print } from './support/measure.ts';

const fontsFolder = fileURLToPath(new URL('../../assets/fonts', import.meta.url));
const count = 192;
/** As main sets batches. */
const press = threadedPress(
  fileURLToPath(new URL('../../electron/letters/letter-worker.ts', import.meta.url)),
  Math.min(3, availableParallelism()),
);
const models = Array.from({ length: count }, (_unused, index) => ({
  ...letter(),
  reminderId: `r${index}`,
}));

const lines = [
  'MISE EN DEMEURE DE PAYER',
  ...Array.from({ length: 40 }, (_unused, index) => `FA2026-${index} du 01/03/2026, échue le 31/08/2026`),
];
const barePages = (): Promise<number> =>
  new Promise((resolve) => {
    const document = new PDFDocument({ autoFirstPage: false, size: 'A4' });
    let bytes = 0;
    document.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length;
    });
    document.on('end', () => resolve(bytes));
    document.registerFont('text', `${fontsFolder}/SourceSerif4-Regular.ttf`);
    for (let page = 0; page < count; page += 1) {
      document.addPage().font('text').fontSize(10);
      for (const [index, line] of lines.entries())
        document.text(line, 60, 60 + index * 16, { lineBreak: false });
    }
    document.end();
  });

const floor = await best(3, barePages);
const rendered = await best(3, async () => {
  const batch = await renderLetters({
    models,
    layout: defaultLetterLayout,
    images: new Map(),
    fontsFolder,
    press,
  });
  if (!batch.ok) throw new Error(batch.error.kind);
});
print([
  {
    what: `letters: batch of ${count}, and each alone`,
    measured: (count / rendered) * 1000,
    unit: '/s',
    floor: (count / floor) * 1000,
    floorIs: 'bare PDFKit pages',
    budget: { limit: 100, of: 'measured' },
  },
]);

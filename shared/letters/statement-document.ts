import { formatDay } from '../dates/format-day.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { carriedForward, carriedOver } from './carried-totals.ts';
import { bodyLineHeight, bodySize, ink, letterFont, pageMargins } from './page-measures.ts';
import type { PageDocument } from './page-node.ts';
import { printableStatement } from './printable-statement.ts';
import { bottomLine, continuationLine } from './running-lines.ts';
import { credits, grounds } from './statement-grounds.ts';
import { parties, totals } from './statement-head.ts';
import { statementInvoiceTable } from './statement-invoice-table.ts';
import { summary } from './statement-summary.ts';

/**
 * A décompte as a document for pdfmake: parties, total, one table an invoice with the article of each line, how
 * it was counted. Pages are numbered, table headings repeated, sums of the summary carried over.
 */
export const statementDocument = (given: PrintedStatement): PageDocument => {
  const statement = printableStatement(given);
  const table = summary(statement);
  return {
    pageSize: 'A4',
    pageMargins: [...pageMargins],
    language: 'fr-FR',
    displayTitle: true,
    info: {
      title: `Décompte arrêté au ${formatDay(statement.asOf)} – ${statement.recipient.lines[0] ?? ''}`,
      author: statement.sender.name,
      creator: 'Acquit',
      producer: 'Acquit',
      // Noon of the day of printing: the same décompte gives the same file.
      creationDate: new Date(`${statement.writtenOn}T12:00:00Z`),
    },
    defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
    images: {},
    content: [
      parties(statement),
      {
        text: `Décompte arrêté au ${formatDay(statement.asOf)}`,
        bold: true,
        fontSize: 15,
        margin: [0, 0, 0, 8],
      },
      totals(statement),
      ...table.nodes,
      ...statement.invoices.map(statementInvoiceTable),
      ...credits(statement),
      ...grounds(statement),
    ],
    header: (page) => {
      if (page === 1) return null;
      const carried = carriedForward(table.carried, page);
      return [continuationLine(statement), ...(carried ? [carried] : [])];
    },
    footer: (page, pageCount) => {
      const carried = carriedOver(table.carried, page);
      return [...(carried ? [carried] : []), bottomLine(statement, page, pageCount, carried !== undefined)];
    },
  };
};

import { type InvoiceRow, parseInvoiceLine } from './invoice-list.ts';

/** A piece of a message as its reader sees it. */
export type MessageBlock =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'invoices'; readonly rows: readonly InvoiceRow[] };

/** A paragraph taken apart: its lines of text, and its runs of invoice lines as tables. */
const blocksOf = (paragraph: string): readonly MessageBlock[] => {
  const blocks: MessageBlock[] = [];
  let lines: string[] = [];
  let rows: InvoiceRow[] = [];
  const flush = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'text', lines });
    if (rows.length > 0) blocks.push({ kind: 'invoices', rows });
    lines = [];
    rows = [];
  };
  for (const line of paragraph.split('\n')) {
    const row = parseInvoiceLine(line);
    if (row === undefined ? rows.length > 0 : lines.length > 0) flush();
    if (row === undefined) lines.push(line);
    else rows.push(row);
  }
  flush();
  return blocks;
};

/**
 * The text of a message as paragraphs and invoice tables, in order: what the HTML part of the e-mail is made
 * of (message-html.ts) and what the preview shows, so that the two cannot differ.
 */
export const messageBlocks = (text: string): readonly MessageBlock[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .flatMap(blocksOf);

import type { ClientLanguage } from '../ledger/client-language.ts';
import { type InvoiceRow, invoiceHeadings } from './invoice-list.ts';
import { type MessageBlock, messageBlocks } from './message-blocks.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const bodyStyle = 'font-family: Georgia, serif; font-size: 16px; line-height: 1.5; color: #1c2733';
const paragraphStyle = 'margin: 0 0 16px; max-width: 640px';
const tableStyle = 'border-collapse: collapse; margin: 0 0 16px; font-size: 15px';
const headStyle =
  'text-align: left; font-weight: 600; padding: 4px 24px 4px 0; border-bottom: 1px solid #8a97a6';
const cellStyle = 'text-align: left; padding: 4px 24px 4px 0; border-bottom: 1px solid #d5dce4';
const amountStyle =
  'text-align: right; white-space: nowrap; padding: 4px 0; border-bottom: 1px solid #d5dce4';
const amountHeadStyle = `${headStyle.replace('text-align: left', 'text-align: right').replace('4px 24px 4px 0', '4px 0')}`;

const tableRow = ({ number, issuedOn, due, amount, remark }: InvoiceRow): string => {
  const note = remark === '' ? '' : `<br>${escapeHtml(remark)}`;
  return `<tr><td style="${cellStyle}">${escapeHtml(number)}${note}</td><td style="${cellStyle}">${issuedOn}</td><td style="${cellStyle}">${due}</td><td style="${amountStyle}">${escapeHtml(amount)}</td></tr>`;
};

const table = (rows: readonly InvoiceRow[]): string => {
  const head = invoiceHeadings[rows[0]?.language ?? 'fr'];
  return [
    `<table style="${tableStyle}">`,
    `<thead><tr><th style="${headStyle}">${head.number}</th><th style="${headStyle}">${head.issuedOn}</th><th style="${headStyle}">${head.due}</th><th style="${amountHeadStyle}">${head.amount}</th></tr></thead>`,
    '<tbody>',
    ...rows.map(tableRow),
    '</tbody></table>',
  ].join('\n');
};

/** An https address as it stands in a text, without the full stop that ends the sentence. */
const address = /https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]»…]/giu;

/** The text with its https addresses to click: each shows where it leads, and nothing else is a link. */
const linked = (text: string): string => {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(address)) {
    const href = escapeHtml(match[0]);
    html += `${escapeHtml(text.slice(at, match.index))}<a href="${href}">${href}</a>`;
    at = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(at));
};

const lines = (texts: readonly string[]): string =>
  `<p style="${paragraphStyle}">${texts.map(linked).join('<br>\n')}</p>`;

const htmlOf = (block: MessageBlock): string =>
  block.kind === 'text' ? lines(block.lines) : table(block.rows);

/** A message names its invoices in its own language; without any it is the user's own text, in French. */
const languageOf = (blocks: readonly MessageBlock[]): ClientLanguage => {
  for (const block of blocks) if (block.kind === 'invoices' && block.rows[0]) return block.rows[0].language;
  return 'fr';
};

/**
 * The text of a message as simple HTML: paragraphs at blank lines, the list of invoices as a table,
 * everything escaped, nothing loaded from anywhere, and no link but an https address that stands in the text
 * in full, so that no spam filter holds it against the sender. The same text always gives the same HTML.
 */
export const messageHtml = (text: string): string => {
  const blocks = messageBlocks(text);
  return [
    '<!DOCTYPE html>',
    `<html lang="${languageOf(blocks)}"><head><meta charset="utf-8"></head>`,
    `<body style="${bodyStyle}">`,
    ...blocks.map(htmlOf),
    '</body></html>',
    '',
  ].join('\n');
};

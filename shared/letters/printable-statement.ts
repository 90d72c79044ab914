import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { printableText } from './printable-text.ts';

/** An invoice of a décompte with every text as the letter fonts can set it. */
export const printableInvoice = (invoice: PrintedInvoice): PrintedInvoice => ({
  ...invoice,
  number: printableText(invoice.number),
  lines: invoice.lines.map((line) => ({
    ...line,
    label: printableText(line.label),
    ...(line.detail === undefined ? {} : { detail: printableText(line.detail) }),
    article: printableText(line.article),
  })),
});

/** The décompte with every text as the letter fonts can set it; figures and days untouched. */
export const printableStatement = (statement: PrintedStatement): PrintedStatement => ({
  ...statement,
  sender: {
    ...statement.sender,
    name: printableText(statement.sender.name),
    lines: statement.sender.lines.map(printableText),
    legalLine: printableText(statement.sender.legalLine),
    phone: printableText(statement.sender.phone),
    email: printableText(statement.sender.email),
  },
  recipient: { lines: statement.recipient.lines.map(printableText) },
  invoices: statement.invoices.map(printableInvoice),
  credits: statement.credits.map((credit) => ({ ...credit, label: printableText(credit.label) })),
  leftOut: statement.leftOut.map(printableText),
  conventions: statement.conventions.map(printableText),
  articles: statement.articles.map(({ article, rules }) => ({
    article: printableText(article),
    rules: rules.map(printableText),
  })),
});

import { describe, expect, it } from 'vitest';
import { everyDocument } from './every-document.ts';
import { pageTexts } from './pdf-page.ts';

/** Pages of a reminder that has all a letter can have: six lines of address, credits, order, link, logo, signature. */
const pagesOf = async (name: string, furtherInvoices: number): Promise<readonly string[]> => {
  const documents = await everyDocument({ images: true, furtherInvoices });
  const letter = documents.find((one) => one.name === name);
  if (letter === undefined) throw new Error(`no ${name}`);
  return pageTexts(await letter.render());
};

describe('a reminder with all that a letter can have stays on one page', { timeout: 60_000 }, () => {
  it.each([
    ['friendly b2b fr', 8],
    ['firm b2b fr', 6],
    ['firm public fr', 6],
  ])('%s of %i invoices', async (name, invoices) => {
    const pages = await pagesOf(name, invoices - 2);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/FA2026-001 · Commande BC-2026\/17.*[Cc]ordialement, Hélène Dupré Gérante/u);
    expect(pages[0]).toMatch(/IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP/u);
  });
});

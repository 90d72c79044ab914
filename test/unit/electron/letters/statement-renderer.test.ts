import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPreviewCache } from '../../../../electron/letters/preview-cache.ts';
import { createStatementRenderer } from '../../../../electron/letters/statement-renderer.ts';
import type { ClaimStatement } from '../../../../shared/claims/statement-contract.ts';
import { day } from '../../../../shared/dates/day.ts';
import { statementModel } from '../../../../shared/letters/statement-model.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import {
  contested,
  invoiceStatement,
  partlyPaid,
  sampleStatement,
  statementOver,
} from '../../shared/claims/sample-statement.ts';
import { company } from '../../shared/letters/sample-letter.ts';
import { checkedPdf, pageTexts, pdfFacts, placedWords, structureText } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));
const previews = createPreviewCache(4);

const render = async (statement: ClaimStatement) => {
  const rendered = await createStatementRenderer({ fontsFolder, put: previews.put })(
    statementModel(statement, company, day('2026-11-24')),
  );
  if (!rendered.ok) throw new Error(rendered.error.message);
  return rendered.value;
};

/** As pageTexts folds it. */
const folded = (text: string): string => text.replace(/\s+/gu, ' ');

describe('createStatementRenderer', { timeout: 60_000 }, () => {
  it('prints every line, the articles and the total, under the hash it answers', async () => {
    const statement = sampleStatement();
    const { hash, pageCount, bytes } = await render(statement);
    expect(previews.get(hash)).toBe(bytes);
    const pages = pageTexts(bytes);
    expect(pages).toHaveLength(pageCount);
    const text = pages.join(' ');
    for (const part of [
      'Décompte arrêté au 23/11/2026',
      'Atelier Dupré SARL',
      'Dupont SARL',
      'Facture F-102',
      'Pénalités de retard C. com. art. L441-10 II 01/07/2026 30/08/2026 61 10 000,00 12,40 % 207,23',
      'Règlement VIR-77 C. civ. art. 1343-1 30/08/2026 −4 000,00',
      '207,23 € aux intérêts, 3 792,77 € au principal',
      'C. com. art. L441-10 II et D441-5',
      'Part contestée, non réclamée',
      'Avoir A-9 du 01/10/2026 −25,00',
      'Récapitulatif par facture',
      'Mode de calcul',
      'Textes applicables',
      '1/1',
    ])
      expect(text, part).toContain(part);
    for (const cents of [statement.totals.totalCents, statement.totals.interestCents])
      expect(text).toContain(folded(formatAmount(cents)));
  });

  it('is a file for archives: tagged in reading order, with title, language and kind, the same every time', async () => {
    const { bytes } = await render(sampleStatement());
    const plain = checkedPdf(bytes);
    expect(plain).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(plain).toContain('/Lang (fr-FR)');
    expect(plain).toContain('/GTS_PDFA1');
    const facts = pdfFacts(bytes);
    expect(facts.Tagged).toBe('yes');
    expect(facts.Title).toContain('Décompte arrêté au 23/11/2026');
    const text = structureText(bytes);
    expect(text.indexOf('Textes applicables')).toBeGreaterThan(text.indexOf('Récapitulatif par facture'));
    expect(Buffer.compare((await render(sampleStatement())).bytes, bytes)).toBe(0);
  });

  it('repeats the heading of an invoice on the next page and numbers the pages', async () => {
    const long = Array.from({ length: 120 }, () => partlyPaid.slice(1, 2)).flat();
    const { bytes, pageCount } = await render(statementOver([invoiceStatement('F-LONG', long)]));
    const pages = pageTexts(bytes);
    expect(pageCount).toBeGreaterThan(2);
    for (const [index, page] of pages.slice(0, 2).entries()) {
      expect(page).toContain('Facture F-LONG du 01/06/2026');
      expect(page).toContain(`${index + 1}/${pageCount}`);
    }
    expect(pages[1]).toContain('Atelier Dupré SARL à Dupont SARL');
  });

  it('carries the sums of a long summary over, and stays within the page', async () => {
    const many = Array.from({ length: 80 }, (_, index) =>
      invoiceStatement(`F-2026-${String(index).padStart(5, '0')}`, index % 2 === 0 ? partlyPaid : contested),
    );
    const { bytes } = await render(statementOver(many, {}, { name: 'Société '.repeat(37) }));
    const pages = pageTexts(bytes);
    expect(pages[0]).toContain('À reporter');
    expect(pages[1]).toContain('Report');
    for (const word of placedWords(bytes)) {
      expect(word.rightMm).toBeLessThanOrEqual(210 - 19);
      expect(word.bottomMm).toBeLessThanOrEqual(297 - 3);
    }
  });
});

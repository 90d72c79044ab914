import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { procedureNames } from '../../../../shared/cases/case-names.ts';
import { daysBetween } from '../../../../shared/dates/day.ts';
import { letterModel } from '../../../../shared/ipc/letter-contract.ts';
import { regimeRules } from '../../../../shared/law/regime.ts';
import { hasGlyph } from '../../../../shared/letters/glyph-coverage.ts';
import { hasEnglish } from '../../../../shared/letters/kinds/letter-kind-names.ts';
import { clientLetterNames } from '../../../../shared/letters/paper-letter.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import { defaultEnglishTemplates } from '../../../../shared/reminders/default-english-templates.ts';
import { defaultTemplates } from '../../../../shared/reminders/default-templates.ts';
import { levelNames } from '../../../../shared/reminders/reminder-names.ts';
import { everyDocument, type PaperDocument } from './every-document.ts';
import { expectedTextGroups, idlePatterns } from './expected-texts.ts';
import {
  deeds,
  drawnTexts,
  linksOf,
  missingGlyphs,
  outOfOrder,
  overprinted,
  textArea,
  wordsOutside,
} from './page-findings.ts';
import { paperSums } from './paper-ledger.ts';
import { checkedPdf, pageTexts, pdfFacts, placedWords } from './pdf-page.ts';

const root = resolve(import.meta.dirname, '../../../..');
const plain = await everyDocument();
/** Once for each layout: kind of debtor and language change nothing of the letterhead. */
const withImages = (await everyDocument({ images: true })).filter(
  ({ name, model }) => model !== undefined && !/ (?:public|b2c|non-professional) | en$/u.test(name),
);
const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Sources of a folder, tests and built files left out. */
const sourcesIn = (folder: string): readonly { readonly path: string; readonly text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));

/** Templates that never reach paper, and why. */
const neverOnPaper: readonly RegExp[] = [
  // Spoken or typed on a telephone.
  /^template-(?:call|sms)(?:-en)?$/u,
  // By e-mail or by a call (instalment-reminder.ts).
  /^template-instalment(?:-en)?$/u,
  // A formal notice on paper stays French (message-language.ts).
  /^template-(?:formal|last)-notice(?:-b2c|-public)?-en$/u,
];

/** Everything of the product that can be put on paper, from its own lists and its sources. */
const productPaper = (): readonly string[] => {
  const sources = ['shared', 'electron', 'renderer'].flatMap(sourcesIn);
  const builders = sources.flatMap(({ text }) =>
    [...text.matchAll(/export const (\w+) = \([^;=]*?\): PageDocument =>/gsu)].map(([, name]) => name),
  );
  const papers = sources
    .filter(({ path, text }) => text.includes('internalPaper(') && !path.endsWith('internal-paper.ts'))
    .map(({ path }) => path.split('/').at(-1));
  const templates = [...defaultTemplates, ...defaultEnglishTemplates]
    .map(({ id }) => id)
    .filter((id) => !neverOnPaper.some((pattern) => pattern.test(id)));
  return [
    ...Object.keys(levelNames).map((level) => `level:${level}`),
    ...Object.keys(regimeRules).map((regime) => `regime:${regime}`),
    ...Object.keys(clientLetterNames).map((kind) => `letter:${kind}`),
    ...Object.keys(procedureNames).map((kind) => `procedure:${kind}`),
    ...templates.map((id) => `template:${id}`),
    ...papers.map((name) => `paper:${name}`),
    // Stamps are laid over other papers; they are no paper of their own (print-batch.test.ts).
    ...builders.filter((name) => name !== 'stampDocument').map((name) => `document:${name}`),
    'document:letterDocument',
  ];
};

/** Half-up cents of simple interest: base × rate × days / 365 (law-and-formats.md 1.6). */
const interest = (baseCents: number, basisPoints: number, days: number): number =>
  Math.floor((baseCents * basisPoints * days) / (365 * 10_000) + 0.5);

/** What a formal letter over both late invoices comes to, reckoned here from the ledger's sums alone. */
const formalTotals = ({ model }: PaperDocument, regime: string) => {
  if (model === undefined) throw new Error('no letter');
  const days = daysBetween('2026-08-31' as never, model.writtenOn as never);
  // Second semester of 2026: 2,40 + 10 points, or + 8 frozen at the start (R2192-31).
  const rate = regime === 'b2b' ? 1240 : regime === 'public' ? 1040 : 0;
  const interestCents = [paperSums.first, paperSums.second].reduce(
    (sum, base) => sum + interest(base, rate, days),
    0,
  );
  const indemnityCents = rate === 0 ? 0 : 8000;
  const principalCents = paperSums.first + paperSums.second;
  return {
    principalCents,
    interestCents,
    indemnityCents,
    totalCents: principalCents + interestCents + indemnityCents - paperSums.credit,
  };
};

it('shows everything that the product can put on paper, and nothing else', () => {
  const shown = new Set(plain.flatMap(({ shows }) => shows));
  expect([...shown].sort()).toEqual([...new Set(productPaper())].sort());
  for (const kind of Object.keys(clientLetterNames) as (keyof typeof clientLetterNames)[])
    expect(
      plain.filter(({ shows, language }) => shows.includes(`letter:${kind}`) && language === 'en-GB').length,
      kind,
    ).toBe(hasEnglish(kind) ? 1 : 0);
});

it('expects a text of every document, and has a document for every expectation', () => {
  for (const { name } of plain) expect(expectedTextGroups(name).length, name).toBeGreaterThan(0);
  expect(idlePatterns(plain.map(({ name }) => name))).toEqual([]);
});

describe.each([
  ['without a logo', plain],
  ['with logo, signature and colour', withImages],
] as const)('on the paper of a company %s', { timeout: 120_000 }, (_company, documents) => {
  it.each(documents.map((paper) => [paper.name, paper] as const))('%s', async (name, paper) => {
    const bytes = await paper.render();
    const pdf = checkedPdf(bytes);
    const pages = pageTexts(bytes);
    const text = pages.join(' ');
    const words = placedWords(bytes);
    const facts = pdfFacts(bytes);

    // What it says, in its order.
    const { model } = paper;
    for (const group of expectedTextGroups(name)) expect(outOfOrder(text, group.map(folded))).toEqual([]);
    if (model) {
      expect(letterModel.safeParse(model).success).toBe(true);
      expect(
        outOfOrder(text, [
          ...model.recipient.lines,
          folded(model.subject),
          ...model.table.flatMap((row) => [
            row.number,
            folded(formatAmount(row.remainingCents).slice(0, -2)),
          ]),
        ]).filter(() => model.language === undefined),
      ).toEqual([]);
    }

    // How it is made.
    expect([...new Set(text)].filter((character) => !hasGlyph(character.codePointAt(0) ?? 0))).toEqual([]);
    expect(drawnTexts(pdf)).toBeGreaterThan(5);
    expect(missingGlyphs(pdf)).toEqual([]);
    expect(deeds(pdf)).toEqual([]);
    for (const link of linksOf(pdf)) expect(link).toMatch(/^(?:https:\/\/|mailto:)/u);
    expect(pdf).toContain(`/Lang (${paper.language})`);
    expect(pdf).toMatch(/\/DisplayDocTitle true/u);
    expect(facts.Title ?? '').toMatch(/\p{L}{4}/u);
    expect(facts.JavaScript).toBe('no');

    // How it looks.
    const isGrid = name === 'calibration page';
    expect(wordsOutside(words, textArea(name))).toEqual([]);
    expect(overprinted(words)).toEqual([]);
    if (!isGrid)
      pages.forEach((page, index) => {
        expect(page).toContain(`${index + 1}/${pages.length}`);
      });
    if (name.startsWith('formal-notice') || name.startsWith('last-notice')) {
      const totals = formalTotals(paper, name.split(' ')[1] ?? '');
      for (const cents of Object.values(totals).filter((amount) => amount > 0))
        expect(text).toContain(folded(formatAmount(cents)));
      expect(model?.totals).toMatchObject(totals);
    }
  });
});

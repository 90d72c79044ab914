import type { ClaimStatement } from '../claims/statement-contract.ts';
import { creditLabel } from '../claims/statement-line.ts';
import type { Day } from '../dates/day.ts';
import { formatSiren } from '../identifiers/siren.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { senderOf } from './company-lines.ts';
import { interestTermFor } from './legal-references.ts';
import { printedInvoiceOf } from './printed-invoice.ts';

const formula =
  'Intérêts\u00A0: base × taux annuel × nombre de jours / 365, arrondis au centime à chaque ligne. Le premier jour compté est le lendemain de l’échéance (envers un particulier ou un non-professionnel, celui de la mise en demeure)\u00A0; le dernier est celui de l’arrêté, ou du règlement, inclus.';
const interestFirst =
  'Un règlement partiel s’impute d’abord sur les intérêts échus, puis sur le principal (C. civ. 1343-1).';
const outsideVat =
  'Les intérêts et l’indemnité forfaitaire sont hors du champ de la TVA\u00A0; l’indemnité ne porte pas intérêt.';

/** The conventions that the sums of this statement rest on, and no other. */
const conventionsOf = ({ invoices, totals }: ClaimStatement): string[] => {
  const rows = invoices.flatMap((invoice) => invoice.rows);
  return [
    ...(rows.some(({ kind }) => kind === 'interest') ? [formula] : []),
    ...(rows.some((row) => row.kind === 'payment' && row.toInterestCents > 0) ? [interestFirst] : []),
    ...(totals.interestCents > 0 || totals.indemnityCents > 0 ? [outsideVat] : []),
  ];
};

/** Each article once, in the order of its first line, with the rules it stands for. */
const articlesOf = ({ invoices }: ClaimStatement): PrintedStatement['articles'] => {
  const rules = new Map<string, Set<string>>();
  for (const { rows } of invoices)
    for (const { kind, basis } of rows) {
      // A credit note rests on itself: all of them stand together.
      const article = kind === 'credit-note' ? 'Avoirs' : basis.article;
      if (article === '') continue;
      const known = rules.get(article) ?? new Set();
      rules.set(article, known.add(basis.rule));
    }
  return [...rules].map(([article, sentences]) => ({ article, rules: [...sentences] }));
};

/** A country goes without saying at home. */
const isHome = (line: string): boolean => /^france$/iu.test(line);

const debtorLines = ({ client }: ClaimStatement): string[] => {
  const { address } = client;
  return [
    client.name,
    ...(address === undefined
      ? []
      : [...address.lines, `${address.postcode} ${address.city}`, address.country ?? '']),
    client.siren === undefined ? '' : `SIREN\u00A0${formatSiren(client.siren)}`,
  ]
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isHome(line))
    .slice(0, 12);
};

/**
 * The décompte as it is printed for the debtor: what is claimed and on what ground. What the user decided not
 * to claim, why, and what he is warned of stay with him.
 * @param writtenOn day of the printing.
 */
export const statementModel = (
  statement: ClaimStatement,
  company: CompanySettings,
  writtenOn: Day,
): PrintedStatement => {
  const { client, asOf, totals } = statement;
  const sender = senderOf(company);
  return {
    writtenOn,
    asOf,
    sender: { ...sender, lines: sender.lines.filter((line) => !isHome(line.trim())) },
    recipient: { lines: debtorLines(statement) },
    interestTerm: interestTermFor(client.regime),
    invoices: statement.invoices.map((one) => printedInvoiceOf(one, client.regime)),
    credits: statement.credits.map((credit) => ({
      label: creditLabel(credit),
      on: credit.on,
      cents: credit.cents,
    })),
    totals: {
      principalCents: totals.principalCents,
      interestCents: totals.interestCents,
      indemnityCents: totals.indemnityCents,
      creditsCents: totals.creditsCents,
      totalCents: totals.totalCents,
      dailyInterestCents: totals.dailyInterestCents,
    },
    leftOut: statement.problems.map(({ invoice }) => invoice.number),
    conventions: conventionsOf(statement),
    articles: articlesOf(statement),
  };
};

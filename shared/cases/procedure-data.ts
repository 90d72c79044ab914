import { statementLine } from '../claims/statement-line.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatRate } from '../law/format-rate.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase, ProcedureKind } from '../ledger/legal-case.ts';
import { formatAmount } from '../money/format-amount.ts';
import { type CaseFile, caseFile } from './case-file.ts';
import { procedureNames } from './case-names.ts';
import { caseStanding } from './case-standing.ts';
import { creditorText, debtorText } from './party-text.ts';
import { procedureAdvice } from './procedure-advice.ts';

/** Something to copy into a form, and where it comes from. */
export interface DataField {
  readonly label: string;
  readonly value: string;
  /** Row or rule that the value rests on, French. */
  readonly source: string;
}

export interface DataSection {
  readonly title: string;
  readonly fields: readonly DataField[];
}

/** Prepared figures, dates and pieces for a procedure; the form itself is filled by the user. */
export interface ProcedureData {
  readonly procedure: ProcedureKind;
  readonly title: string;
  readonly sections: readonly DataSection[];
}

const amounts = ({ figures: { statement } }: CaseFile): DataSection => {
  const { totals, asOf } = statement;
  const source = `Décompte arrêté au ${formatDay(asOf)}`;
  const row = (label: string, value: number): DataField => ({ label, value: formatAmount(value), source });
  return {
    title: 'Montant exact et ses éléments (CPC art. 1407)',
    fields: [
      row('Principal', totals.principalCents),
      row('Intérêts échus', totals.interestCents),
      row('Indemnités forfaitaires', totals.indemnityCents),
      ...(totals.creditsCents === 0 ? [] : [row('Avoirs et règlements à déduire', -totals.creditsCents)]),
      row('Total', totals.totalCents),
      row('Intérêts par jour à compter du lendemain', totals.dailyInterestCents),
    ],
  };
};

const breakdown = ({ figures: { statement, client } }: CaseFile): DataSection => ({
  title: 'Détail par facture, intérêts par période',
  fields: statement.invoices.flatMap(({ invoice, rows }) =>
    rows.map((row): DataField => {
      const line = statementLine(row, client.regime);
      const period =
        line.to === undefined
          ? `le ${formatDay(line.from)}`
          : `du ${formatDay(line.from)} au ${formatDay(line.to)}, ${line.days ?? 0}\u00A0jours à ${formatRate(line.rateBasisPoints ?? 0)} sur ${formatAmount(line.baseCents ?? 0)}`;
      return {
        label: `${invoice.number}\u00A0: ${line.label}, ${period}`,
        value: formatAmount(line.cents),
        source: line.basis.article === '' ? `Facture ${invoice.number}` : line.basis.article,
      };
    }),
  ),
});

const lines = (text: string, source: string): readonly DataField[] =>
  text.split('\r\n').map((line) => {
    const [label = '', ...value] = line.split('\u00A0:');
    return { label, value: value.join('\u00A0:').trim(), source };
  });

const pieces = ({ sections }: CaseFile): DataSection => {
  let number = 0;
  return {
    title: 'Bordereau des pièces',
    fields: sections.flatMap(({ title, entries }) =>
      entries.map((entry): DataField => {
        number += 1;
        return {
          label: `Pièce ${number}`,
          value: entry.on === undefined ? entry.title : `${entry.title} (${formatDay(entry.on)})`,
          source: title,
        };
      }),
    ),
  };
};

/**
 * What the form of a procedure asks and the ledger knows, each value with its source. Undefined where nothing
 * was chosen or the client is gone. A declaration of claim has its own page and figures of the judgment's day.
 */
export const procedureData = (
  ledger: Ledger,
  legalCase: LegalCase,
  today: Day,
): ProcedureData | undefined => {
  const { procedure } = legalCase;
  const file = caseFile(ledger, legalCase, today);
  const standing = caseStanding(ledger, legalCase, today);
  if (procedure === undefined || !file || !standing) return undefined;
  const advice = procedureAdvice(standing).procedures.find(({ kind }) => kind === procedure);
  if (!advice) return undefined;
  const { limitation, statement } = file.figures;
  const dues = statement.invoices.map(
    ({ invoice, dueOn }): DataField => ({
      label: `Facture ${invoice.number}`,
      value: `émise le ${formatDay(invoice.issuedOn)}, échue le ${formatDay(dueOn)}`,
      source: `Facture ${invoice.number}`,
    }),
  );
  return {
    procedure,
    title: procedureNames[procedure],
    sections: [
      amounts(file),
      {
        title: 'Fondement et juridiction',
        fields: [
          { label: 'Textes', value: advice.source, source: 'Table des procédures' },
          { label: 'Juridiction', value: advice.court, source: 'Siège du débiteur' },
          ...(limitation
            ? [
                {
                  label: 'Dernier jour pour agir',
                  value: formatDay(limitation.lastDay),
                  source: limitation.reason,
                },
              ]
            : []),
        ],
      },
      {
        title: 'Créancier (CPC art. 54 et 57)',
        fields: lines(creditorText(settingsOf(ledger, 'company')), 'Réglages, Société'),
      },
      {
        title: 'Débiteur (CPC art. 54 et 57)',
        fields: lines(debtorText(file.figures.client), 'Fiche client'),
      },
      { title: 'Dates', fields: dues },
      breakdown(file),
      pieces(file),
    ],
  };
};

/** A section as text for the clipboard. */
export const sectionText = ({ title, fields }: DataSection): string =>
  [title, ...fields.map(({ label, value }) => `${label}\u00A0: ${value}`)].join('\r\n');

import { formatDay } from '../dates/format-day.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../exporting/export-table.ts';
import { formatSiren } from '../identifiers/siren.ts';
import { insolvencyName } from '../ledger/client-flag.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatAmount } from '../money/format-amount.ts';
import { declarationRecipient } from './declaration-text.ts';
import type { InsolvencyClaim, InsolvencyClaimLine, InsolvencyClaimTotals } from './insolvency-claim.ts';
import { interestMethod } from './interest-method.ts';
import { supportingDocuments } from './supporting-documents.ts';

/** French names of the two parts, as the declaration calls them (C. com. L622-25). */
export const partNames: Readonly<Record<InsolvencyClaimLine['part'], string>> = {
  due: 'Échu',
  'to-fall-due': 'À échoir',
};

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const totalsLine = (name: string, totals: InsolvencyClaimTotals): string => {
  const parts = [`principal ${formatAmount(totals.principalCents)}`];
  if (totals.interestCents > 0) parts.push(`intérêts ${formatAmount(totals.interestCents)}`);
  if (totals.indemnityCents > 0) parts.push(`indemnités ${formatAmount(totals.indemnityCents)}`);
  return `${name}\u00A0: ${formatAmount(totals.totalCents)} (${parts.join(', ')})`;
};

const invoiceLine = ({ invoice, dueOn, ...line }: InsolvencyClaimLine): string => {
  const parts = [
    `Facture ${invoice.number} du ${formatDay(invoice.issuedOn)}, échéance ${formatDay(dueOn)}`,
    `montant ${formatAmount(invoice.totalCents)}`,
  ];
  if (line.paidCents > 0) parts.push(`règlements ${formatAmount(line.paidCents)}`);
  if (line.creditedCents > 0) parts.push(`avoirs ${formatAmount(line.creditedCents)}`);
  parts.push(`principal ${formatAmount(line.principalCents)}`);
  if (line.disputedCents > 0) parts.push(`dont contesté ${formatAmount(line.disputedCents)}`);
  if (line.interestCents > 0) parts.push(`intérêts ${formatAmount(line.interestCents)}`);
  if (line.indemnityCents > 0) parts.push(`indemnité ${formatAmount(line.indemnityCents)}`);
  return `- ${parts.join('\u202F; ')}\u202F; total ${formatAmount(line.totalCents)}`;
};

const partLines = (claim: InsolvencyClaim, part: InsolvencyClaimLine['part']): readonly string[] => {
  const lines = claim.lines.filter((line) => line.part === part);
  const credits =
    part === 'due'
      ? claim.credits.map(
          ({ kind, number, on, cents }) =>
            `- ${kind === 'credit-note' ? 'Avoir' : 'Règlement'} ${number} du ${formatDay(on)}\u202F; à déduire ${formatAmount(cents)}`,
        )
      : [];
  return lines.length + credits.length === 0 ? [] : ['', ...lines.map(invoiceLine), ...credits];
};

/** The facts of the procedure, each with its name; what is not known is left out. */
export const procedureFacts = ({
  client,
  insolvency,
}: InsolvencyClaim): readonly (readonly [name: string, value: string])[] => {
  const { kind, judgmentOn, publishedOn, trustee, court } = insolvency;
  const facts: (readonly [string, string])[] = [
    [
      'Débiteur',
      client.siren === undefined ? client.name : `${client.name}, SIREN\u00A0${formatSiren(client.siren)}`,
    ],
    ['Procédure', insolvencyName(kind)],
    ['Jugement d’ouverture', formatDay(judgmentOn)],
  ];
  if (publishedOn !== undefined) facts.push(['Publication au BODACC', formatDay(publishedOn)]);
  if (court !== undefined) facts.push(['Tribunal', court]);
  if (trustee !== undefined) facts.push([capitalised(declarationRecipient(kind)), trustee]);
  return facts;
};

/**
 * The figures of a declaration as plain text for a letter or the portal of the trustee: facts, amounts due and
 * to fall due, each invoice, how interest is computed, numbered documents. Not a declaration by itself.
 */
export const insolvencyClaimText = (ledger: Ledger, claim: InsolvencyClaim): string => {
  const { name } = settingsOf(ledger, 'company');
  const { due, toFallDue, insolvency, disputedCents } = claim;
  const facts = [
    ...(name === '' ? [] : [`Créancier\u00A0: ${name}`]),
    ...procedureFacts(claim).map(([label, value]) => `${label}\u00A0: ${value.replaceAll('\n', ', ')}`),
  ];
  return [
    'ÉLÉMENTS CHIFFRÉS DE LA DÉCLARATION DE CRÉANCE',
    '',
    ...facts,
    '',
    totalsLine(`Échu au jugement du ${formatDay(insolvency.judgmentOn)}`, due),
    ...partLines(claim, 'due'),
    '',
    totalsLine('À échoir', toFallDue),
    ...partLines(claim, 'to-fall-due'),
    '',
    `Total déclaré\u00A0: ${formatAmount(claim.totalCents)}`,
    ...(disputedCents > 0 ? [`Dont montant contesté\u00A0: ${formatAmount(disputedCents)}`] : []),
    '',
    interestMethod(claim),
    '',
    'Bordereau des pièces',
    ...supportingDocuments(ledger, claim).map((text, index) => `${index + 1}. ${text}`),
    '',
  ].join('\n');
};

interface TableLine {
  readonly part: string;
  readonly number: string;
  readonly issuedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly cents: readonly (number | undefined)[];
}

const amountHeaders = [
  'Montant facturé',
  'Règlements',
  'Avoirs',
  'Principal',
  'Dont contesté',
  'Intérêts',
  'Indemnité',
  'Total déclaré',
] as const;

const tableLine = (line: InsolvencyClaimLine): TableLine => ({
  part: partNames[line.part],
  number: line.invoice.number,
  issuedOn: line.invoice.issuedOn,
  dueOn: line.dueOn,
  cents: [
    line.invoice.totalCents,
    line.paidCents,
    line.creditedCents,
    line.principalCents,
    line.disputedCents,
    line.interestCents,
    line.indemnityCents,
    line.totalCents,
  ],
});

/** The figures for a spreadsheet: one line per invoice and per credit note; the last column adds up to the total. */
export const insolvencyClaimSource = (claim: InsolvencyClaim): ExportSource => {
  const rows: readonly TableLine[] = [
    ...claim.lines.map(tableLine),
    ...claim.credits.map(
      ({ number, on, cents }): TableLine => ({
        part: partNames.due,
        number,
        issuedOn: on,
        dueOn: undefined,
        cents: amountHeaders.map((header) => (header === 'Total déclaré' ? -cents : undefined)),
      }),
    ),
  ];
  const columns: readonly ExportColumn<TableLine>[] = [
    { header: 'Partie', kind: 'text', value: (row) => row.part },
    { header: 'Pièce', kind: 'text', value: (row) => row.number },
    { header: 'Date', kind: 'day', value: (row) => row.issuedOn },
    { header: 'Échéance', kind: 'day', value: (row) => row.dueOn },
    ...amountHeaders.map(
      (header, index): ExportColumn<TableLine> => ({
        header,
        kind: 'amountCents',
        value: (row) => row.cents[index],
      }),
    ),
  ];
  return exportSource(`Déclaration de créance ${claim.client.name}`, columns, rows);
};

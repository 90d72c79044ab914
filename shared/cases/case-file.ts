import { statementSource } from '../claims/statement-table.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { csvOf, csvOfTable } from '../exporting/csv.ts';
import type { ExportColumn, ExportSource } from '../exporting/export-table.ts';
import { allocationsOf } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { DocumentRef } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import type { PieceKind } from '../ledger/piece.ts';
import { type StatementLine, statementOf } from '../ledger/statement.ts';
import { reminderStateLabel } from '../ledger/timeline-title.ts';
import { formatAmount } from '../money/format-amount.ts';
import { channelNames, levelNames } from '../reminders/reminder-names.ts';
import type { CaseFigures } from './case-figures.ts';
import { caseFigures } from './case-figures.ts';
import { procedureNames } from './case-names.ts';
import { casePieces } from './case-pieces.ts';
import { caseStanding } from './case-standing.ts';
import { creditorText, debtorText } from './party-text.ts';
import { procedureAdvice } from './procedure-advice.ts';

/** What a numbered file holds. */
export type CaseFileContent =
  | { readonly kind: 'document'; readonly hash: string; readonly fileName: string }
  | { readonly kind: 'text'; readonly text: string; readonly fileName: string }
  /** The décompte as PDF. */
  | { readonly kind: 'statement'; readonly fileName: string };

export interface CaseFileEntry {
  readonly title: string;
  readonly on?: Day | undefined;
  readonly content: CaseFileContent;
}

export interface CaseFileSection {
  /** Folder of the ZIP: two digits and lower-case ASCII. */
  readonly folder: string;
  readonly title: string;
  readonly entries: readonly CaseFileEntry[];
  /** French sentences: what is not there and would be expected. */
  readonly missing: readonly string[];
}

/** A « dossier contentieux »: everything that goes into it, in order. */
export interface CaseFile {
  readonly figures: CaseFigures;
  readonly title: string;
  readonly sections: readonly CaseFileSection[];
}

const text = (fileName: string, title: string, content: string): CaseFileEntry => ({
  title,
  content: { kind: 'text', text: content, fileName },
});

const tableFile = (fileName: string, title: string, source: ExportSource): CaseFileEntry =>
  text(fileName, title, csvOfTable({ ...source, rows: source.cells(0, source.rowCount) }));

const fromDocument = (title: string, document: DocumentRef, on?: Day): CaseFileEntry => ({
  title,
  ...(on === undefined ? {} : { on }),
  content: { kind: 'document', hash: document.hash, fileName: document.name },
});

interface Movement {
  readonly on: Day;
  readonly what: string;
  readonly to: string;
  readonly subject: string;
  readonly state: string;
  readonly tracking: string;
  readonly presentedOn: Day | undefined;
}

const chronologyColumns: readonly ExportColumn<Movement>[] = [
  { header: 'Date', kind: 'day', value: ({ on }) => on },
  { header: 'Relance', kind: 'text', value: ({ what }) => what },
  { header: 'Destinataire', kind: 'text', value: ({ to }) => to },
  { header: 'Objet', kind: 'text', value: ({ subject }) => subject },
  { header: 'État', kind: 'text', value: ({ state }) => state },
  { header: 'N° de suivi', kind: 'text', value: ({ tracking }) => tracking },
  { header: 'Présentée le', kind: 'day', value: ({ presentedOn }) => presentedOn },
];

const accountColumns: readonly ExportColumn<StatementLine>[] = [
  { header: 'Date', kind: 'day', value: ({ on }) => on },
  {
    header: 'Nature',
    kind: 'text',
    value: ({ kind }) =>
      ({ invoice: 'Facture', 'credit-note': 'Avoir', payment: 'Règlement', concession: 'Remise' })[kind],
  },
  { header: 'Référence', kind: 'text', value: ({ reference }) => reference },
  { header: 'Échéance', kind: 'day', value: ({ dueOn }) => dueOn },
  { header: 'Débit', kind: 'amountCents', value: ({ debitCents }) => debitCents },
  { header: 'Crédit', kind: 'amountCents', value: ({ creditCents }) => creditCents },
  { header: 'Solde', kind: 'amountCents', value: ({ balanceCents }) => balanceCents },
];

const left = new Set(['accepted', 'exported', 'unknown', 'posted']);
const day = (instant: string): Day => instant.slice(0, 10) as Day;

/** Reminders of the invoices that left, oldest first, with all their documents. */
const reminders = (ledger: Ledger, invoices: ReadonlySet<string>) => {
  const movements: Movement[] = [];
  const notices: CaseFileEntry[] = [];
  const others: CaseFileEntry[] = [];
  const sent = [...ledger.reminders.values()]
    .filter(
      ({ state, lines }) => left.has(state.kind) && lines.some(({ invoiceId }) => invoices.has(invoiceId)),
    )
    .map((reminder) => {
      const { state } = reminder;
      const on =
        state.kind === 'posted'
          ? state.depositedOn
          : state.kind === 'accepted'
            ? day(state.acceptedAt)
            : state.kind === 'exported'
              ? day(state.exportedAt)
              : reminder.plannedOn;
      return { reminder, on };
    })
    .sort((a, b) => (`${a.on} ${a.reminder.id}` < `${b.on} ${b.reminder.id}` ? -1 : 1));
  for (const { reminder, on } of sent) {
    const { level, channel, state, recipientEmail, recipientName } = reminder;
    const what = `${levelNames[level]}, ${channelNames[channel].toLowerCase()}`;
    movements.push({
      on,
      what,
      to: recipientEmail ?? recipientName ?? '',
      subject: reminder.subject,
      state: reminderStateLabel(state),
      tracking: state.kind === 'posted' ? state.trackingNumber : '',
      presentedOn: state.kind === 'posted' ? state.presentedOn : undefined,
    });
    const isNotice = level === 'formal-notice' || level === 'last-notice';
    for (const [index, document] of reminder.documents.entries())
      (isNotice ? notices : others).push(
        fromDocument(`${what} du ${formatDay(on)}${index === 0 ? '' : ` (${document.name})`}`, document, on),
      );
  }
  return { movements, notices, others };
};

const agreements = (ledger: Ledger, invoices: ReadonlySet<string>): string => {
  const concerns = (ids: readonly string[]): boolean => ids.some((id) => invoices.has(id));
  const lines: string[] = [];
  for (const { invoiceIds, promisedOn, recordedAt, withdrawnAt } of ledger.promises.values())
    if (concerns(invoiceIds))
      lines.push(
        `${formatDay(day(recordedAt))}  Promesse de payer le ${formatDay(promisedOn)}${withdrawnAt === undefined ? '' : ' (retirée)'}`,
      );
  for (const { invoiceIds, agreedOn, instalments, endedOn } of ledger.plans.values())
    if (concerns(invoiceIds))
      lines.push(
        `${formatDay(agreedOn)}  Échéancier\u00A0: ${instalments.map(({ dueOn, cents: part }) => `${formatAmount(part)} le ${formatDay(dueOn)}`).join(', ')}${endedOn === undefined ? '' : `\u202F; terminé le ${formatDay(endedOn)}`}`,
      );
  return lines.sort().join('\r\n');
};

const disputes = (ledger: Ledger, invoices: ReadonlySet<string>): string =>
  [...ledger.disputes.values()]
    .filter(({ invoiceId }) => invoices.has(invoiceId))
    .map(
      ({ invoiceId, openedOn, disputedCents, resolvedOn }) =>
        `${formatDay(openedOn)}  Facture ${ledger.invoices.get(invoiceId)?.number ?? ''} contestée${disputedCents === undefined ? '' : ` pour ${formatAmount(disputedCents)}`}${resolvedOn === undefined ? '' : `, litige clos le ${formatDay(resolvedOn)}`}`,
    )
    .join('\r\n');

/** Procedure, court, amounts and limitation, as plain text. */
const procedureText = (ledger: Ledger, legalCase: LegalCase, figures: CaseFigures, today: Day): string => {
  const { totals } = figures.statement;
  const standing = caseStanding(ledger, legalCase, today);
  const advice = standing && procedureAdvice(standing);
  const kind = legalCase.procedure ?? advice?.suggestion?.kind;
  const chosen = advice?.procedures.find((one) => one.kind === kind);
  return [
    kind === undefined
      ? 'Procédure\u00A0: à choisir'
      : `Procédure ${legalCase.procedure === undefined ? 'suggérée' : 'choisie'}\u00A0: ${procedureNames[kind]}`,
    ...(chosen ? [`Où\u00A0: ${chosen.court}`, `Textes\u00A0: ${chosen.source}`] : []),
    '',
    `Montant hors intérêts\u00A0: ${formatAmount(totals.principalCents - totals.creditsCents)}`,
    `Intérêts au ${formatDay(today)}\u00A0: ${formatAmount(totals.interestCents)}`,
    `Indemnités forfaitaires\u00A0: ${formatAmount(totals.indemnityCents)}`,
    `Total\u00A0: ${formatAmount(totals.totalCents)}`,
    `Intérêts par jour ensuite\u00A0: ${formatAmount(totals.dailyInterestCents)}`,
    '',
    figures.limitation
      ? `Prescription\u00A0: dernier jour pour agir le ${formatDay(figures.limitation.lastDay)}. ${figures.limitation.reason}`
      : 'Prescription\u00A0: date non calculée',
    '',
    'Les conditions, la compétence et les délais sont à vérifier avec votre conseil ou le greffe.',
  ].join('\r\n');
};

/**
 * The contents of a « dossier contentieux » (law-and-formats.md 3.3), numbered folders in the order in which a
 * judge reads them; each stored document stands once. Undefined where the client is gone.
 */
export const caseFile = (ledger: Ledger, legalCase: LegalCase, today: Day): CaseFile | undefined => {
  const figures = caseFigures(ledger, legalCase, today);
  if (!figures) return undefined;
  const { client, statement } = figures;
  const invoices = new Set(legalCase.invoiceIds);
  const pieces = casePieces(ledger, legalCase);
  const piecesOf = (...kinds: readonly PieceKind[]): readonly CaseFileEntry[] =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map((piece) => fromDocument(piece.title, piece.document, piece.datedOn));
  const seen = new Set<string>();
  const section = (
    folder: string,
    title: string,
    entries: readonly CaseFileEntry[],
    missing: readonly (string | false)[] = [],
  ): CaseFileSection => ({
    folder,
    title,
    missing: missing.filter((one) => one !== false),
    entries: entries.filter(({ content }) => {
      if (content.kind !== 'document') return true;
      const isNew = !seen.has(content.hash);
      seen.add(content.hash);
      return isNew;
    }),
  });
  const lacks = (kinds: readonly PieceKind[], sentence: string): string | false =>
    piecesOf(...kinds).length === 0 && sentence;

  const invoiceRows = legalCase.invoiceIds.flatMap((id) => ledger.invoices.get(id) ?? []);
  const creditNotes = [
    ...new Set(
      legalCase.invoiceIds.flatMap((id) =>
        allocationsOf(ledger, id).flatMap(({ source }) =>
          source.kind === 'credit-note' ? (ledger.invoices.get(source.creditNoteId) ?? []) : [],
        ),
      ),
    ),
  ];
  const copies = [...invoiceRows, ...creditNotes].flatMap((invoice) =>
    invoice.documentHash === undefined
      ? []
      : [
          fromDocument(
            `${invoice.kind === 'invoice' ? 'Facture' : 'Avoir'} ${invoice.number} du ${formatDay(invoice.issuedOn)}`,
            {
              hash: invoice.documentHash,
              name: `${invoice.kind === 'invoice' ? 'Facture' : 'Avoir'} ${invoice.number}`,
              mediaType: invoice.documentMediaType ?? 'application/pdf',
            },
            invoice.issuedOn,
          ),
        ],
  );
  const { movements, notices, others } = reminders(ledger, invoices);
  const letters = [...ledger.letters.values()].filter(
    ({ clientId, invoiceIds, state }) =>
      clientId === client.id && state.kind === 'posted' && invoiceIds.some((id) => invoices.has(id)),
  );
  const account = statementOf(ledger, client.id, '0001-01-01' as Day, today);
  const agreed = agreements(ledger, invoices);
  const contested = disputes(ledger, invoices);

  return {
    figures,
    title: `Dossier contentieux – ${client.name}`,
    sections: [
      section(
        '01_identite_creancier',
        'Identité du créancier',
        [
          text('Fiche du créancier.txt', 'Fiche du créancier', creditorText(settingsOf(ledger, 'company'))),
          ...piecesOf('creditor-identity'),
        ],
        [lacks(['creditor-identity'], 'Extrait Kbis de moins de 3\u00A0mois')],
      ),
      section(
        '02_identite_debiteur',
        'Identité du débiteur',
        [
          text('Fiche du débiteur.txt', 'Fiche du débiteur', debtorText(client)),
          ...piecesOf('debtor-identity'),
        ],
        [lacks(['debtor-identity'], 'Extrait Kbis ou avis Sirene, adresse actuelle')],
      ),
      section(
        '03_contrat',
        'Contrat, devis, conditions et commandes',
        piecesOf('contract', 'terms-of-sale', 'order'),
        [
          lacks(
            ['contract', 'terms-of-sale', 'order'],
            'Contrat, devis signé, conditions acceptées ou commande',
          ),
        ],
      ),
      section('04_execution', 'Livraisons et preuves d’exécution', piecesOf('delivery-note', 'acceptance'), [
        lacks(['delivery-note', 'acceptance'], 'Bon de livraison ou procès-verbal de réception'),
      ]),
      section(
        '05_factures',
        'Factures et avoirs',
        copies,
        [...invoiceRows, ...creditNotes]
          .filter(({ documentHash }) => documentHash === undefined)
          .map(({ number }) => `Copie de ${number}`),
      ),
      section('06_decompte', 'Décompte de la créance', [
        {
          title: `Décompte arrêté au ${formatDay(statement.asOf)}`,
          on: statement.asOf,
          content: { kind: 'statement', fileName: `Décompte au ${statement.asOf}.pdf` },
        },
        tableFile(
          `Décompte au ${statement.asOf}.csv`,
          'Le même décompte, pour un tableur',
          statementSource(statement),
        ),
      ]),
      section('07_releve_de_compte', 'Relevé de compte', [
        text(
          'Relevé de compte.csv',
          `Relevé de compte au ${formatDay(today)}, solde ${formatAmount(account.closingCents)}`,
          csvOf(accountColumns, account.lines),
        ),
      ]),
      section('08_relances', 'Historique des relances', [
        text('Chronologie des relances.csv', 'Chronologie des relances', csvOf(chronologyColumns, movements)),
        ...others,
      ]),
      section('09_mises_en_demeure', 'Mises en demeure, preuves de dépôt et de réception', notices, [
        notices.length === 0 && 'Mise en demeure avec sa preuve de dépôt',
      ]),
      section(
        '10_reconnaissances_et_accords',
        'Reconnaissances, promesses, échéanciers et autres courriers',
        [
          ...(agreed === ''
            ? []
            : [text('Promesses et échéanciers.txt', 'Promesses et échéanciers', agreed)]),
          ...letters.flatMap((letter) =>
            letter.documents.map((document) => fromDocument(letter.subject, document)),
          ),
          ...piecesOf('acknowledgement'),
        ],
      ),
      section('11_litiges', 'Échanges sur les litiges', [
        ...(contested === '' ? [] : [text('Litiges.txt', 'Contestations enregistrées', contested)]),
        ...piecesOf('dispute-evidence'),
      ]),
      section('12_solvabilite', 'Solvabilité et procédures collectives', piecesOf('solvency-check'), [
        lacks(['solvency-check'], 'Vérification du BODACC'),
      ]),
      section('13_procedure', 'Prescription, procédure et tribunal', [
        text(
          'Procédure.txt',
          'Procédure, tribunal et prescription',
          procedureText(ledger, legalCase, figures, today),
        ),
      ]),
      section('14_autres_pieces', 'Autres pièces', [...piecesOf('correspondence', 'other')]),
    ],
  };
};

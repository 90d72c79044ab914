import { statementSource } from '../claims/statement-table.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { csvOf, csvOfTable } from '../exporting/csv.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import type { PieceKind } from '../ledger/piece.ts';
import { statementOf } from '../ledger/statement.ts';
import { isNotice } from '../letters/paper-letter.ts';
import { accountBlock, accountColumns, settlementsBlock } from './case-account.ts';
import { agreementsBlock, disputesBlock } from './case-agreements.ts';
import { chronologyBlock, movementEntries, textBlocks } from './case-correspondence.ts';
import type { CaseFigures } from './case-figures.ts';
import { type DraftEntry, documentEntry, type PieceNumbers, paperEntry } from './case-file-entry.ts';
import { type CaseFileSection, type DraftSection, numberSections } from './case-file-number.ts';
import { invoiceCopies } from './case-invoices.ts';
import { letterBlock, noticeGaps, postedLetters, unnamedProofs } from './case-letters.ts';
import { caseMovements, movementColumns } from './case-movements.ts';
import { caseNote } from './case-note.ts';
import type { CasePaper, PaperBlock } from './case-paper.ts';
import { casePieces } from './case-pieces.ts';
import { caseStanding } from './case-standing.ts';
import { letterEntries } from './letter-entries.ts';
import { creditorFields, debtorFields, type PartyField } from './party-text.ts';

/** A « dossier contentieux »: everything that goes into it, in order. */
export interface CaseFile {
  readonly figures: CaseFigures;
  readonly title: string;
  readonly sections: readonly CaseFileSection[];
  /** Beside the pieces, for the user's counsel only. */
  readonly note: CasePaper;
  /** The tables once more for a spreadsheet; no pieces. */
  readonly sheets: readonly { readonly fileName: string; readonly text: string }[];
}

/**
 * The contents of a « dossier contentieux » (law-and-formats.md 3.3), numbered through its folders in the order in
 * which a judge reads them; each stored document stands once. Undefined where the client is gone.
 */
export const caseFile = (ledger: Ledger, legalCase: LegalCase, today: Day): CaseFile | undefined => {
  const standing = caseStanding(ledger, legalCase, today);
  if (!standing) return undefined;
  const { client, statement } = standing.figures;
  const { invoiceIds } = legalCase;
  const company = settingsOf(ledger, 'company');
  const pieces = casePieces(ledger, legalCase);
  const ofKinds = (...kinds: readonly PieceKind[]): readonly DraftEntry[] =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map((piece) => documentEntry(piece.title, piece.document, piece.datedOn));
  const section = (
    folder: string,
    title: string,
    entries: readonly DraftEntry[],
    missing: readonly string[] = [],
  ): DraftSection => ({ folder, title, entries, missing });
  const lacks = (kinds: readonly PieceKind[], sentence: string): readonly string[] =>
    ofKinds(...kinds).length === 0 ? [sentence] : [];
  const paper = (
    title: string,
    blocksOf: (numbers: PieceNumbers) => readonly (PaperBlock | undefined)[],
  ): DraftEntry =>
    paperEntry(title, (numbers) => ({
      title,
      writtenOn: today,
      creditor: company.name,
      debtor: client.name,
      blocks: blocksOf(numbers).filter((block) => block !== undefined),
    }));
  const party = (title: string, fields: readonly PartyField[]): DraftEntry =>
    paper(title, () => [{ kind: 'fields', title: 'Identité (CPC art. 54 et 57)', fields }]);

  const copies = invoiceCopies(ledger, invoiceIds);
  const movements = caseMovements(ledger, client.id, invoiceIds);
  const letters = postedLetters(ledger, invoiceIds);
  const account = statementOf(ledger, client.id, '0001-01-01' as Day, today);
  const agreed = agreementsBlock(ledger, invoiceIds);
  const contested = disputesBlock(ledger, invoiceIds);
  const notices = movements.filter(
    ({ reminder }) => reminder && isNotice({ table: 'reminders', row: reminder }),
  );
  const others = movements.filter((movement) => !notices.includes(movement));

  const sections = numberSections([
    section(
      '01_identite_creancier',
      'Identité du créancier',
      [party('Fiche du créancier', creditorFields(company)), ...ofKinds('creditor-identity')],
      lacks(['creditor-identity'], 'Extrait Kbis de moins de 3\u00A0mois'),
    ),
    section(
      '02_identite_debiteur',
      'Identité du débiteur',
      [party('Fiche du débiteur', debtorFields(client)), ...ofKinds('debtor-identity')],
      lacks(['debtor-identity'], 'Extrait Kbis ou avis Sirene, adresse actuelle'),
    ),
    section(
      '03_contrat',
      'Contrat, devis, conditions et commandes',
      ofKinds('contract', 'terms-of-sale', 'order'),
      lacks(['contract', 'terms-of-sale', 'order'], 'Contrat, devis signé, conditions acceptées ou commande'),
    ),
    section(
      '04_execution',
      'Livraisons et preuves d’exécution',
      ofKinds('delivery-note', 'acceptance'),
      lacks(['delivery-note', 'acceptance'], 'Bon de livraison ou procès-verbal de réception'),
    ),
    section('05_factures', 'Factures et avoirs', copies.entries, copies.missing),
    section('06_decompte', 'Décompte de la créance', [
      {
        title: `Décompte arrêté au ${formatDay(statement.asOf)}`,
        on: statement.asOf,
        content: { kind: 'statement', fileName: `Décompte au ${statement.asOf}.pdf` },
      },
    ]),
    section('07_compte_et_reglements', 'Relevé de compte et règlements', [
      paper('Relevé de compte et règlements', () => [
        settlementsBlock(ledger, invoiceIds),
        accountBlock(account, today),
      ]),
    ]),
    section('08_relances', 'Historique des relances', [
      paper('Chronologie des relances', (numbers) => [chronologyBlock(movements, numbers)]),
      ...(textBlocks(ledger, movements).length === 0
        ? []
        : [paper('Textes des relances', () => textBlocks(ledger, movements))]),
      ...others.flatMap(movementEntries),
    ]),
    section(
      '09_mises_en_demeure',
      'Mises en demeure, preuves de dépôt et de réception',
      [
        ...(letters.length === 0
          ? []
          : [
              paper('Suivi des courriers et de leurs preuves', (numbers) =>
                letters.map((posted) => letterBlock(ledger, posted, { today, numbers })),
              ),
            ]),
        ...notices.flatMap(movementEntries),
      ],
      noticeGaps(ledger, invoiceIds),
    ),
    section('10_reconnaissances_et_accords', 'Reconnaissances, promesses, échéanciers et autres courriers', [
      ...(agreed ? [paper('Promesses et échéanciers', () => [agreed])] : []),
      ...letters.flatMap(({ letter, name }) =>
        letter.table === 'letters' ? letterEntries(letter, name) : [],
      ),
      ...ofKinds('acknowledgement'),
    ]),
    section('11_litiges', 'Échanges sur les litiges', [
      ...(contested ? [paper('Contestations', () => [contested])] : []),
      ...ofKinds('dispute-evidence'),
    ]),
    section(
      '12_solvabilite',
      'Solvabilité et procédures collectives',
      ofKinds('solvency-check'),
      lacks(['solvency-check'], 'Vérification du BODACC'),
    ),
    section('13_autres_pieces', 'Autres pièces', ofKinds('correspondence', 'other')),
  ]);
  const source = statementSource(statement);
  return {
    figures: standing.figures,
    title: `Dossier contentieux – ${client.name}`,
    sections,
    note: caseNote(ledger, legalCase, standing, {
      today,
      missing: [...sections.flatMap(({ missing }) => missing), ...unnamedProofs(ledger, invoiceIds)],
    }),
    sheets: [
      {
        fileName: 'decompte.csv',
        text: csvOfTable({ ...source, rows: source.cells(0, source.rowCount) }),
      },
      { fileName: 'releve_de_compte.csv', text: csvOf(accountColumns, account.lines) },
      { fileName: 'chronologie.csv', text: csvOf(movementColumns, movements) },
    ],
  };
};

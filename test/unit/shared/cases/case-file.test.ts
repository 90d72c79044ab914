import { describe, expect, it } from 'vitest';
import { caseFile } from '../../../../shared/cases/case-file.ts';
import { documentEntry, paperEntry } from '../../../../shared/cases/case-file-entry.ts';
import { caseFileName } from '../../../../shared/cases/case-file-name.ts';
import { type DraftSection, numberSections } from '../../../../shared/cases/case-file-number.ts';
import type { CasePaper } from '../../../../shared/cases/case-paper.ts';
import { missingPieces } from '../../../../shared/cases/case-pieces.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import type { Piece, PieceKind } from '../../../../shared/ledger/piece.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';
import { claimsInvoice, claimsLedger, creditedBy } from '../claims/claims-ledger.ts';

const document = (letter: string, name = `${letter}.pdf`) => ({
  hash: letter.repeat(64),
  name,
  mediaType: 'application/pdf',
});

describe('the numbers of the pieces', () => {
  const paper = (title: string): CasePaper => ({
    title,
    writtenOn: day('2026-11-22'),
    creditor: 'A',
    debtor: 'B',
    blocks: [],
  });
  const drafts: readonly DraftSection[] = [
    {
      folder: '01_a',
      title: 'A',
      missing: ['Kbis'],
      entries: [
        documentEntry('Contrat', document('a'), day('2026-01-05')),
        documentEntry('Devis', document('b')),
      ],
    },
    { folder: '02_b', title: 'B', missing: [], entries: [] },
    {
      folder: '03_c',
      title: 'C',
      missing: [],
      entries: [
        documentEntry('Contrat encore', document('a')),
        paperEntry('Suivi', (numbers) =>
          paper(
            [
              numbers([document('d')]),
              numbers([document('d'), document('a'), document('b'), document('a')]),
              numbers([document('e')]),
            ].join(' | '),
          ),
        ),
        documentEntry('Preuve', document('d')),
      ],
    },
  ];
  const sections = numberSections(drafts);

  it('run from 1 through all folders, and a document stands once, in the first that names it', () => {
    expect(
      sections.map(({ folder, entries }) => [
        folder,
        entries.map(({ number, title }) => `${number} ${title}`),
      ]),
    ).toEqual([
      ['01_a', ['1 Contrat', '2 Devis']],
      ['02_b', []],
      ['03_c', ['3 Suivi', '4 Preuve']],
    ]);
    expect(sections[0]).toMatchObject({ missing: ['Kbis'], entries: [{ on: '2026-01-05' }, {}] });
  });

  it('are those that a paper names, even of a piece that comes after it', () => {
    const content = sections[2]?.entries[0]?.content;
    expect(content?.kind === 'paper' ? content.paper.title : '').toBe('pièce 4 | pièces 1, 2 et 4 | ');
  });
});

const legalCase: LegalCase = {
  id: 'k1',
  clientId: 'c1',
  invoiceIds: ['F-1'],
  openedOn: day('2026-11-01'),
  facts: {},
  costsCents: zeroCents,
  note: '',
  documents: [],
};
const today = day('2026-11-22');
const piece = (kind: PieceKind, index: number, over: Partial<Piece> = {}): Piece => ({
  id: `p${index}`,
  clientId: 'c1',
  kind,
  title: `Pièce ${kind}`,
  addedOn: day('2026-11-01'),
  document: document(index.toString(16), `${kind}.pdf`),
  ...over,
});
const ledgerWith = (...pieces: readonly Piece[]): Ledger => ({
  ...claimsLedger({
    invoices: [
      claimsInvoice('F-1', 120_000, '2026-06-30'),
      claimsInvoice('F-2', 90_000, '2026-06-30'),
      claimsInvoice('AV-1', 20_000, undefined, { kind: 'credit-note', documentHash: 'f'.repeat(64) }),
    ],
    allocations: [creditedBy('AV-1', 'F-1', 20_000, '2026-07-15')],
  }),
  pieces: new Map(pieces.map((one) => [one.id, one])),
});
const missingOf = (ledger: Ledger): readonly string[] =>
  caseFile(ledger, legalCase, today)?.sections.flatMap(({ missing }) => missing) ?? [];

describe('a file without pieces (law-and-formats.md 3.3)', () => {
  it('says in its bordereau what is not there, folder by folder', () => {
    expect(missingOf(ledgerWith()).map((text) => text.replace(/\s/gu, ' '))).toEqual([
      'Extrait Kbis de moins de 3 mois',
      'Extrait Kbis ou avis Sirene, adresse actuelle',
      'Contrat, devis signé, conditions acceptées ou commande',
      'Bon de livraison ou procès-verbal de réception',
      'Copie de la facture F-1',
      'Mise en demeure avec sa preuve de dépôt',
      'Vérification du BODACC',
    ]);
  });

  it('tells the user the same, with the kind under which he adds it', () => {
    expect(missingPieces(ledgerWith(), legalCase).map(({ kind }) => kind)).toEqual([
      'creditor-identity',
      'debtor-identity',
      'contract',
      'delivery-note',
      'solvency-check',
      undefined,
      undefined,
    ]);
  });

  it.each<[PieceKind, string]>([
    ['creditor-identity', 'Extrait Kbis de moins'],
    ['debtor-identity', 'Extrait Kbis ou avis'],
    ['contract', 'Contrat, devis'],
    ['terms-of-sale', 'Contrat, devis'],
    ['order', 'Contrat, devis'],
    ['delivery-note', 'Bon de livraison'],
    ['acceptance', 'Bon de livraison'],
    ['solvency-check', 'BODACC'],
  ])('no longer misses what a piece of the kind %s is', (kind, text) => {
    const missing = missingOf(ledgerWith(piece(kind, 1)));
    expect(missing).toHaveLength(6);
    expect(missing.some((one) => one.includes(text))).toBe(false);
  });
});

describe('the folders of a file', () => {
  const kinds: readonly PieceKind[] = [
    'creditor-identity',
    'debtor-identity',
    'contract',
    'terms-of-sale',
    'order',
    'delivery-note',
    'acceptance',
    'acknowledgement',
    'dispute-evidence',
    'solvency-check',
    'correspondence',
    'other',
  ];
  const file = caseFile(ledgerWith(...kinds.map((kind, index) => piece(kind, index + 1))), legalCase, today);
  const titles = (folder: string): readonly string[] =>
    file?.sections.find((one) => one.folder === folder)?.entries.map(({ title }) => title) ?? [];

  it('are thirteen, in the order in which a judge reads them', () => {
    expect(file?.sections.map(({ folder }) => folder)).toEqual([
      '01_identite_creancier',
      '02_identite_debiteur',
      '03_contrat',
      '04_execution',
      '05_factures',
      '06_decompte',
      '07_compte_et_reglements',
      '08_relances',
      '09_mises_en_demeure',
      '10_reconnaissances_et_accords',
      '11_litiges',
      '12_solvabilite',
      '13_autres_pieces',
    ]);
  });

  it('take each kind of piece, none lost and none twice', () => {
    expect(titles('01_identite_creancier')).toEqual(['Fiche du créancier', 'Pièce creditor-identity']);
    expect(titles('02_identite_debiteur')).toEqual(['Fiche du débiteur', 'Pièce debtor-identity']);
    expect(titles('03_contrat')).toEqual(['Pièce contract', 'Pièce terms-of-sale', 'Pièce order']);
    expect(titles('04_execution')).toEqual(['Pièce delivery-note', 'Pièce acceptance']);
    expect(titles('10_reconnaissances_et_accords')).toEqual(['Pièce acknowledgement']);
    expect(titles('11_litiges')).toEqual(['Pièce dispute-evidence']);
    expect(titles('12_solvabilite')).toEqual(['Pièce solvency-check']);
    expect(titles('13_autres_pieces')).toEqual(['Pièce correspondence', 'Pièce other']);
  });

  it('hold the credit notes with the invoices, the décompte of the day and the account', () => {
    expect(titles('05_factures')).toEqual(['Avoir AV-1 du 05/01/2026']);
    expect(titles('06_decompte')).toEqual(['Décompte arrêté au 22/11/2026']);
    expect(titles('07_compte_et_reglements')).toEqual(['Relevé de compte et règlements']);
    expect(file?.sheets.map(({ fileName }) => fileName)).toEqual([
      'decompte.csv',
      'releve_de_compte.csv',
      'chronologie.csv',
    ]);
  });

  it('leave out what concerns another invoice or another client', () => {
    const other = caseFile(
      ledgerWith(
        piece('contract', 1, { invoiceId: 'F-2' }),
        piece('contract', 2, { clientId: 'c2' }),
        piece('contract', 3, { invoiceId: 'F-1', title: 'Devis de F-1' }),
      ),
      legalCase,
      today,
    );
    expect(other?.sections[2]?.entries.map(({ title }) => title)).toEqual(['Devis de F-1']);
  });

  it('follow the order of the user within a folder', () => {
    const ordered = caseFile(
      ledgerWith(piece('contract', 1, { title: 'Un' }), piece('contract', 2, { title: 'Deux' })),
      { ...legalCase, pieceOrder: ['p2', 'p1'] },
      today,
    );
    expect(ordered?.sections[2]?.entries.map(({ title }) => title)).toEqual(['Deux', 'Un']);
  });

  it('are none where the client is gone', () => {
    expect(caseFile({ ...ledgerWith(), clients: new Map() }, legalCase, today)).toBeUndefined();
  });
});

it('the name of the ZIP is of 160 characters at most, whoever the client', () => {
  expect(caseFileName(today, 'Durand SAS')).toBe('Dossier contentieux 2026-11-22 Durand SAS.zip');
  const long = caseFileName(today, '𝒩'.repeat(300));
  expect([...long].length).toBeLessThanOrEqual(160);
  expect(long).toMatch(/𝒩\.zip$/u);
});

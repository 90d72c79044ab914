import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { Handover } from '../../../shared/ledger/handover.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import type { Piece } from '../../../shared/ledger/piece.ts';
import { amount, named, onDay, percent, text } from './column-kinds.ts';
import type { LedgerNames } from './ledger-names.ts';

const collectorKinds = {
  agency: 'société de recouvrement',
  lawyer: 'avocat',
  bailiff: 'commissaire de justice',
  'credit-insurer': 'assureur-crédit',
  mediator: 'médiateur',
  other: 'autre',
} as const satisfies Readonly<Record<Handover['collector']['kind'], string>>;
const handoverOutcomes = {
  recovered: 'recouvré',
  'partly-recovered': 'recouvré en partie',
  'not-recovered': 'non recouvré',
  withdrawn: 'retiré',
} as const;
const procedures = {
  'order-for-payment': 'injonction de payer',
  'uncontested-commercial-claim': 'créance commerciale incontestée',
  'small-claims': 'petites créances',
  'interim-payment': 'référé-provision',
  summons: 'assignation au fond',
  mediation: 'médiation',
  'claim-declaration': 'déclaration de créance',
} as const satisfies Readonly<Record<NonNullable<LegalCase['procedure']>, string>>;
const caseOutcomes = {
  paid: 'payé',
  title: 'titre exécutoire',
  settled: 'accord',
  dismissed: 'rejeté',
  'given-up': 'abandonné',
} as const;

const yesNo = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? 'oui' : 'non';

export const handoverColumns = (names: LedgerNames): readonly ExportColumn<Handover>[] => [
  names.client(),
  text('Factures', ({ invoiceIds }) => names.invoices(invoiceIds)),
  text('Confié à', ({ collector }) => collector.name),
  text('Qualité', ({ collector }) => collectorKinds[collector.kind]),
  text('Référence', ({ reference }) => reference),
  onDay('Le', ({ handedOverOn }) => handedOverOn),
  amount('Créance', ({ claimCents }) => claimCents),
  amount('Honoraires fixes', ({ fee }) => (fee.kind === 'fixed' ? fee.cents : undefined)),
  percent('Honoraires en part', ({ fee }) => (fee.kind === 'share' ? fee.basisPoints : undefined)),
  percent('TVA en sus', ({ fee }) => (fee.kind === 'none' ? undefined : fee.vatBasisPoints)),
  text('Note', ({ note }) => note),
  onDay('Dernières nouvelles le', ({ lastNewsOn }) => lastNewsOn),
  onDay('Revenu le', ({ ended }) => ended?.on),
  text('Issue', ({ ended }) => ended && handoverOutcomes[ended.outcome]),
  amount('Recouvré', ({ ended }) => ended?.recoveredCents),
  amount('Honoraires', ({ ended }) => ended?.feeCents),
  text('Documents', ({ documents }) => named(documents)),
  text('Identifiant', ({ id }) => id),
];

export const legalCaseColumns = (names: LedgerNames): readonly ExportColumn<LegalCase>[] => [
  names.client(),
  text('Factures', ({ invoiceIds }) => names.invoices(invoiceIds)),
  onDay('Ouvert le', ({ openedOn }) => openedOn),
  text('Procédure', ({ procedure }) => procedure && procedures[procedure]),
  onDay('Saisine du', ({ filedOn }) => filedOn),
  text('Tribunal', ({ courtName }) => courtName),
  text('N° d’affaire', ({ courtReference }) => courtReference),
  text('Débiteur commerçant', ({ facts }) => yesNo(facts.debtorIsMerchant)),
  text('Créancier commerçant', ({ facts }) => yesNo(facts.creditorIsMerchant)),
  text('Contestée', ({ facts }) => yesNo(facts.isContested)),
  text('Contrat écrit', ({ facts }) => yesNo(facts.hasWrittenContract)),
  text('Tentative amiable', ({ facts }) => yesNo(facts.amicableAttemptFailed)),
  onDay('Ordonnance du', ({ dates }) => dates?.orderOn),
  onDay('Signifiée le', ({ dates }) => dates?.orderServedOn),
  onDay('Commandement ou lettre du', ({ dates }) => dates?.demandServedOn),
  onDay('Procès-verbal du', ({ dates }) => dates?.recordOn),
  onDay('Contestée le', ({ dates }) => dates?.contestedOn),
  onDay('Titre du', ({ dates }) => dates?.titleOn),
  amount('Frais', ({ costsCents }) => costsCents),
  text('Note', ({ note }) => note),
  onDay('Clos le', ({ closed }) => closed?.on),
  text('Issue', ({ closed }) => closed && caseOutcomes[closed.outcome]),
  text('Documents', ({ documents }) => named(documents)),
  text('Identifiant', ({ id }) => id),
];

export const pieceColumns = (names: LedgerNames): readonly ExportColumn<Piece>[] => [
  names.client(),
  text('Facture', ({ invoiceId }) => names.invoice(invoiceId)),
  text('Pièce', ({ title }) => title),
  onDay('Datée du', ({ datedOn }) => datedOn),
  onDay('Ajoutée le', ({ addedOn }) => addedOn),
  text('Fichier', ({ document }) => document.name),
  text('Fichier (SHA-256)', ({ document }) => document.hash),
];

import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { ClientLetter } from '../../../shared/ledger/client-letter.ts';
import { shownNumber } from '../../../shared/ledger/dispatch.ts';
import type { HistoryNote } from '../../../shared/ledger/history.ts';
import { callOutcomeNames, reminderStateLabel } from '../../../shared/ledger/timeline-title.ts';
import { proofNameWithin } from '../../../shared/letters/proof-role.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import type { Scenario } from '../../../shared/reminders/scenario.ts';
import type { MessageTemplate } from '../../../shared/reminders/template.ts';
import { amount, dayOfInstant, json, named, onDay, text, yesNo } from './column-kinds.ts';
import type { LedgerNames } from './ledger-names.ts';

const channels = {
  email: 'e-mail',
  letter: 'courrier',
  'registered-letter': 'lettre recommandée',
  call: 'appel',
  sms: 'SMS',
} as const;
const noteKinds = {
  note: 'note',
  call: 'appel',
  'email-received': 'e-mail reçu',
  service: 'intervention ou SAV',
} as const;
const letterKinds = {
  'account-statement': 'relevé de compte',
  'payment-plan': 'échéancier',
  'discount-offer': 'proposition d’escompte',
  thanks: 'accusé de réception d’un règlement',
  mandate: 'mandat',
  'forfeiture-notice': 'mise en demeure avant déchéance du terme',
  free: 'lettre libre',
} as const satisfies Readonly<Record<ClientLetter['kind'], string>>;
const letterStates = {
  'to-print': 'à imprimer',
  printed: 'imprimé',
  posted: 'posté',
  withdrawn: 'retiré',
} as const satisfies Readonly<Record<ClientLetter['state']['kind'], string>>;
const dispatchOutcomes = {
  delivered: 'distribué',
  refused: 'refusé',
  unclaimed: 'avisé, non réclamé',
  'unknown-address': 'destinataire inconnu à l’adresse',
  'no-access': 'défaut d’accès ou d’adressage',
  lost: 'perdu',
} as const;

const posted = ({ state }: Reminder | ClientLetter) => (state.kind === 'posted' ? state : undefined);

/** « avis.pdf (avis de réception signé), lettre.pdf ». */
const proofsNamed = (row: Reminder | ClientLetter): string =>
  named(
    row.documents.map(({ name, role }) => ({
      name: role === undefined ? name : `${name} (${proofNameWithin(role, posted(row)?.outcome)})`,
    })),
  );

/** The chain of proof of a letter, for reminders and other letters alike. */
const proofColumns = <Row extends Reminder | ClientLetter>(): readonly ExportColumn<Row>[] => [
  onDay('Déposé le', (row) => posted(row)?.depositedOn),
  text('Numéro de suivi', (row) => {
    const state = posted(row);
    return state && shownNumber(state);
  }),
  text('Numéro de suivi, sans espaces', (row) => posted(row)?.trackingNumber),
  onDay('Présenté le', (row) => posted(row)?.presentedOn),
  text('Issue de l’envoi', (row) => {
    const outcome = posted(row)?.outcome;
    return outcome && dispatchOutcomes[outcome.kind];
  }),
  onDay('Issue du', (row) => posted(row)?.outcome?.on),
];

export const reminderColumns = (names: LedgerNames): readonly ExportColumn<Reminder>[] => [
  names.client(),
  onDay('Prévue le', ({ plannedOn }) => plannedOn),
  text('Canal', ({ channel }) => channels[channel]),
  text('État', ({ state }) => reminderStateLabel(state)),
  text('Automatique', ({ isAutomatic }) => yesNo(isAutomatic === true)),
  text('Destinataire', ({ recipientEmail }) => recipientEmail),
  amount('Montant réclamé', ({ totalCents }) => totalCents),
  text('Factures', ({ lines }) => names.invoices(lines.map(({ invoiceId }) => invoiceId))),
  text('Objet', ({ subject }) => subject),
  text('Texte', ({ body }) => body),
  onDay('À payer avant le', ({ deadlineOn }) => deadlineOn),
  ...proofColumns<Reminder>(),
  text('Documents', proofsNamed),
];

export const letterColumns = (names: LedgerNames): readonly ExportColumn<ClientLetter>[] => [
  names.client(),
  text('Nature', ({ kind }) => letterKinds[kind]),
  onDay('Du', ({ writtenOn }) => writtenOn),
  text('Factures', ({ invoiceIds }) => names.invoices(invoiceIds)),
  amount('Montant', ({ totalCents }) => totalCents),
  text('Recommandé', ({ registered }) => yesNo(registered)),
  text('Objet', ({ subject }) => subject),
  text('Texte', ({ body }) => body),
  onDay('À payer avant le', ({ deadlineOn }) => deadlineOn),
  text('État', ({ state }) => letterStates[state.kind]),
  ...proofColumns<ClientLetter>(),
  text('Documents', proofsNamed),
  text('Identifiant', ({ id }) => id),
];

export const noteColumns = (names: LedgerNames): readonly ExportColumn<HistoryNote>[] => [
  names.client(),
  text('Facture', ({ invoiceId }) => names.invoice(invoiceId)),
  text('Nature', ({ kind }) => noteKinds[kind]),
  onDay('Date', ({ occurredAt }) => dayOfInstant(occurredAt)),
  text('Texte', (row) => row.text),
  text('Issue', ({ outcome }) => outcome && callOutcomeNames[outcome]),
  onDay('À suivre le', ({ followUpOn }) => followUpOn),
  text('Heure', ({ followUpTime }) => followUpTime),
  text('Documents', ({ documents = [] }) => named(documents)),
];

export const scenarioColumns: readonly ExportColumn<Scenario>[] = [
  text('Nom', ({ name }) => name),
  text('Envoi', ({ mode }) => (mode === 'automatic' ? 'automatique' : 'après validation')),
  text('Étapes', ({ steps }) => json(steps)),
];

export const templateColumns: readonly ExportColumn<MessageTemplate>[] = [
  text('Nom', ({ name }) => name),
  text('Objet', ({ subject }) => subject),
  text('Texte', ({ body }) => body),
  onDay('Modifié le', ({ updatedAt }) => dayOfInstant(updatedAt)),
];

import { businessDay } from '../../shared/dates/clock.ts';
import { formatDay } from '../../shared/dates/format-day.ts';
import { describePaymentTerms } from '../../shared/dates/payment-terms.ts';
import type { CsvColumn } from '../../shared/exporting/csv.ts';
import { regimeName } from '../../shared/law/regime.ts';
import { termRules } from '../../shared/law/term-activity.ts';
import { concessionNames } from '../../shared/ledger/allocation-source.ts';
import { describeRate } from '../../shared/ledger/client-names.ts';
import type { Ledger, LedgerRows, TableName } from '../../shared/ledger/ledger.ts';
import {
  callOutcomeNames,
  disputeReasonNames,
  paymentMethodNames,
  reminderStateLabel,
} from '../../shared/ledger/timeline-title.ts';

type Columns<Table extends TableName> = readonly CsvColumn<LedgerRows[Table]>[];

/** Columns of the CSV of each table: what an accountant looks for; the JSON holds every field. */
export type LedgerColumns = { readonly [Table in TableName]: Columns<Table> };

const yesNo = (value: boolean): string => (value ? 'oui' : 'non');
/** Lists and nested values keep their structure: one cell of JSON. */
const json = (value: unknown): string => JSON.stringify(value);
const dayOfInstant = (at: string | undefined): string | undefined =>
  at === undefined ? undefined : businessDay(Date.parse(at));

const creditEffects = {
  'from-due-date': 'corrige la facture',
  'from-its-date': 'geste commercial',
} as const;
const noteKinds = {
  note: 'note',
  call: 'appel',
  'email-received': 'e-mail reçu',
  service: 'intervention ou SAV',
} as const;
const channels = {
  email: 'e-mail',
  letter: 'courrier',
  'registered-letter': 'lettre recommandée',
  call: 'appel',
  sms: 'SMS',
} as const;
const repetitions = {
  once: 'une fois',
  weekly: 'chaque semaine',
  monthly: 'chaque mois',
  quarterly: 'chaque trimestre',
} as const;

const text = <Row>(header: string, value: (row: Row) => string | undefined): CsvColumn<Row> => ({
  header,
  kind: 'text',
  value,
});
const amount = <Row>(header: string, value: (row: Row) => number | undefined): CsvColumn<Row> => ({
  header,
  kind: 'amountCents',
  value,
});
const onDay = <Row>(header: string, value: (row: Row) => string | undefined): CsvColumn<Row> => ({
  header,
  kind: 'day',
  value,
});
const number = <Row>(header: string, value: (row: Row) => number | undefined): CsvColumn<Row> => ({
  header,
  kind: 'number',
  value,
});

/** The columns, with the names of clients and the numbers of invoices looked up in the ledger. */
export const ledgerColumns = (ledger: Ledger): LedgerColumns => {
  const clientName = (id: string): string => ledger.clients.get(id)?.name ?? id;
  const invoiceNumber = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (ledger.invoices.get(id)?.number ?? id);
  const invoiceNumbers = (ids: readonly string[]): string => ids.map(invoiceNumber).join(', ');
  const client = <Row extends { readonly clientId: string }>(): CsvColumn<Row> =>
    text('Client', (row) => clientName(row.clientId));

  return {
    clients: [
      text('Nom', ({ name }) => name),
      text('Code', ({ code }) => code),
      text('Qualité', ({ regime }) => regimeName(regime)),
      text('SIREN', ({ siren }) => siren),
      text('N° de TVA', ({ vatNumber }) => vatNumber),
      text('Adresse', ({ address }) => address?.lines.join(', ')),
      text('Code postal', ({ address }) => address?.postcode),
      text('Ville', ({ address }) => address?.city),
      text('Pays', ({ address }) => address?.country),
      text('Contacts', ({ contacts }) =>
        contacts.map(({ name, email, phone }) => [name, email, phone].filter(Boolean).join(' ')).join(', '),
      ),
      text('Conditions de paiement', ({ terms }) => terms && describePaymentTerms(terms)),
      text('Activité', ({ termActivity }) => termActivity && termRules[termActivity].name),
      text('Pénalités de retard', ({ rate }) => describeRate(rate)),
      text('Capitalisation des intérêts', ({ capitalisesInterest }) => yesNo(capitalisesInterest === true)),
      text('Prélèvement', ({ directDebit }) => yesNo(directDebit)),
      text('Exclu des relances', ({ excludedReason }) => excludedReason),
      text('Adresses en erreur', ({ contacts }) =>
        contacts
          .flatMap(({ email, bouncedOn }) =>
            email === undefined || bouncedOn === undefined ? [] : [`${email} (${formatDay(bouncedOn)})`],
          )
          .join(', '),
      ),
      text('Identifiant', ({ id }) => id),
    ],
    invoices: [
      text('Numéro', ({ number }) => number),
      text('Nature', ({ kind }) => (kind === 'invoice' ? 'facture' : 'avoir')),
      client(),
      onDay('Émise le', ({ issuedOn }) => issuedOn),
      onDay('Échéance', ({ dueOn }) => dueOn),
      amount('Total TTC', ({ totalCents }) => totalCents),
      text('Devise', ({ currency }) => currency),
      text('Référence de commande', ({ orderReference }) => orderReference),
      onDay('Livraison ou fin de prestation', ({ performedOn }) => performedOn),
      onDay('Demande de paiement reçue le', ({ requestReceivedOn }) => requestReceivedOn),
      text('Effet de l’avoir', ({ creditEffect }) => creditEffect && creditEffects[creditEffect]),
      text('Transport de marchandises', ({ isCarriage }) => (isCarriage ? 'oui' : undefined)),
      text('Cédée à', ({ factor }) => factor),
      onDay('Mandatée le', ({ paymentOrderedOn }) => paymentOrderedOn),
      onDay('Prélèvement rejeté le', ({ debitRejectedOn }) => debitRejectedOn),
      onDay('Annulée le', ({ cancelledAt }) => dayOfInstant(cancelledAt)),
      text('Document (SHA-256)', ({ documentHash }) => documentHash),
      text('Identifiant', ({ id }) => id),
    ],
    payments: [
      client(),
      onDay('Reçu le', ({ receivedOn }) => receivedOn),
      amount('Montant', ({ cents }) => cents),
      text('Moyen', ({ method }) => paymentMethodNames[method]),
      text('Référence', ({ reference }) => reference),
      onDay('Annulé le', ({ reversedAt }) => dayOfInstant(reversedAt)),
      text('Identifiant', ({ id }) => id),
    ],
    allocations: [
      text('Facture', ({ invoiceId }) => invoiceNumber(invoiceId)),
      amount('Montant', ({ cents }) => cents),
      onDay('À compter du', ({ effectiveOn }) => effectiveOn),
      text('Origine', ({ source }) =>
        source.kind === 'concession'
          ? concessionNames[source.reason]
          : source.kind === 'payment'
            ? 'règlement'
            : 'avoir',
      ),
      text('Règlement ou avoir', ({ source }) =>
        source.kind === 'credit-note' ? invoiceNumber(source.creditNoteId) : source.paymentId,
      ),
    ],
    disputes: [
      client(),
      text('Facture', ({ invoiceId }) => invoiceNumber(invoiceId)),
      amount('Montant contesté', ({ disputedCents }) => disputedCents),
      text('Motif', ({ reason }) => disputeReasonNames[reason]),
      text('Précisions', ({ note }) => note),
      onDay('Ouvert le', ({ openedOn }) => openedOn),
      onDay('Résolu le', ({ resolvedOn }) => resolvedOn),
    ],
    promises: [
      client(),
      text('Factures', ({ invoiceIds }) => invoiceNumbers(invoiceIds)),
      onDay('Promis pour le', ({ promisedOn }) => promisedOn),
      onDay('Noté le', ({ recordedAt }) => dayOfInstant(recordedAt)),
      onDay('Retiré le', ({ withdrawnAt }) => dayOfInstant(withdrawnAt)),
    ],
    plans: [
      client(),
      text('Factures', ({ invoiceIds }) => invoiceNumbers(invoiceIds)),
      onDay('Convenu le', ({ agreedOn }) => agreedOn),
      text('Échéances', ({ instalments }) => json(instalments)),
      onDay('Mise en demeure le', ({ forfeitureNotice }) => forfeitureNotice?.sentOn),
      onDay('Terminé le', ({ endedOn }) => endedOn),
      text('Déchéance du terme', ({ endReason }) => (endReason === 'forfeited' ? 'oui' : undefined)),
    ],
    pauses: [
      client(),
      text('Facture', ({ invoiceId }) => invoiceNumber(invoiceId)),
      text('Motif', ({ reason }) => reason),
      onDay('Jusqu’au', ({ until }) => until),
      onDay('Terminée le', ({ endedAt }) => dayOfInstant(endedAt)),
    ],
    reminders: [
      client(),
      onDay('Prévue le', ({ plannedOn }) => plannedOn),
      text('Canal', ({ channel }) => channels[channel]),
      text('État', ({ state }) => reminderStateLabel(state)),
      text('Destinataire', ({ recipientEmail }) => recipientEmail),
      amount('Montant réclamé', ({ totalCents }) => totalCents),
      text('Factures', ({ lines }) => invoiceNumbers(lines.map(({ invoiceId }) => invoiceId))),
      text('Objet', ({ subject }) => subject),
      text('Texte', ({ body }) => body),
      onDay('À payer avant le', ({ deadlineOn }) => deadlineOn),
      text('Documents', ({ documents }) => documents.map(({ name }) => name).join(', ')),
    ],
    notes: [
      client(),
      text('Facture', ({ invoiceId }) => invoiceNumber(invoiceId)),
      text('Nature', ({ kind }) => noteKinds[kind]),
      onDay('Date', ({ occurredAt }) => dayOfInstant(occurredAt)),
      text('Texte', (row) => row.text),
      text('Issue', ({ outcome }) => (outcome === undefined ? undefined : callOutcomeNames[outcome])),
      onDay('À suivre le', ({ followUpOn }) => followUpOn),
    ],
    imports: [
      text('Fichier', ({ fileName }) => fileName),
      onDay('Importé le', ({ importedAt }) => dayOfInstant(importedAt)),
      number('Nouvelles factures', ({ newInvoices }) => newInvoices),
      number('Factures mises à jour', ({ updatedInvoices }) => updatedInvoices),
      number('Nouveaux clients', ({ newClients }) => newClients),
      amount('Encours', ({ openCents }) => openCents),
      text('Empreinte (SHA-256)', ({ fileHash }) => fileHash),
    ],
    importProfiles: [
      text('Nom', ({ name }) => name),
      text('Correspondance des colonnes', ({ mapping }) => json(mapping)),
    ],
    scenarios: [
      text('Nom', ({ name }) => name),
      text('Envoi', ({ mode }) => (mode === 'automatic' ? 'automatique' : 'après validation')),
      text('Étapes', ({ steps }) => json(steps)),
    ],
    templates: [
      text('Nom', ({ name }) => name),
      text('Objet', ({ subject }) => subject),
      text('Texte', ({ body }) => body),
      onDay('Modifié le', ({ updatedAt }) => dayOfInstant(updatedAt)),
    ],
    settings: [text('Réglage', ({ id }) => id), text('Valeur', (row) => json(row))],
    outflows: [
      text('Libellé', ({ label }) => label),
      amount('Montant', ({ cents }) => cents),
      onDay('À partir du', ({ firstOn }) => firstOn),
      text('Répétition', ({ repeats }) => repetitions[repeats]),
      onDay('Jusqu’au', ({ until }) => until),
    ],
    bankBalances: [onDay('Date', ({ on }) => on), amount('Solde', ({ cents }) => cents)],
    bankAccounts: [
      text('Nom', ({ name }) => name),
      text('Compte', ({ identifier }) => identifier),
      text('Devise', ({ currency }) => currency),
      text('Identifiant', ({ id }) => id),
    ],
    bankStatements: [
      text('Compte', ({ accountId }) => ledger.bankAccounts.get(accountId)?.name ?? accountId),
      onDay('Du', ({ openingOn }) => openingOn),
      onDay('Au', ({ closingOn }) => closingOn),
      amount('Solde d’ouverture', ({ openingCents }) => openingCents),
      amount('Solde de clôture', ({ closingCents }) => closingCents),
      number('Mouvements', ({ lineCount }) => lineCount),
      text('Identifiant', ({ id }) => id),
    ],
    bankLines: [
      text('Compte', ({ accountId }) => ledger.bankAccounts.get(accountId)?.name ?? accountId),
      onDay('Date', ({ bookedOn }) => bookedOn),
      onDay('Date de valeur', ({ valueOn }) => valueOn),
      amount('Montant', ({ amountCents }) => amountCents),
      text('Libellé', ({ label }) => label),
      text('Contrepartie', ({ counterparty }) => counterparty),
      text('Référence', ({ reference }) => reference),
      text('Identifiant', ({ id }) => id),
    ],
    payerNames: [
      client(),
      text('Nom du payeur', ({ nameKey }) => nameKey),
      text('IBAN du payeur', ({ iban }) => iban),
      number('Confirmations', ({ confirmations }) => confirmations),
    ],
    letters: [
      client(),
      text('Nature', ({ kind }) => kind),
      onDay('Du', ({ writtenOn }) => writtenOn),
      text('Objet', ({ subject }) => subject),
      text('Texte', ({ body }) => body),
      text('Identifiant', ({ id }) => id),
    ],
    handovers: [
      client(),
      text('Factures', ({ invoiceIds }) => invoiceNumbers(invoiceIds)),
      text('Confié à', ({ collector }) => collector.name),
      onDay('Le', ({ handedOverOn }) => handedOverOn),
      amount('Créance', ({ claimCents }) => claimCents),
      onDay('Revenu le', ({ ended }) => ended?.on),
      amount('Recouvré', ({ ended }) => ended?.recoveredCents),
      amount('Honoraires', ({ ended }) => ended?.feeCents),
    ],
    legalCases: [
      client(),
      text('Factures', ({ invoiceIds }) => invoiceNumbers(invoiceIds)),
      onDay('Ouvert le', ({ openedOn }) => openedOn),
      text('Procédure', ({ procedure }) => procedure),
      text('Tribunal', ({ courtName }) => courtName),
      amount('Frais', ({ costsCents }) => costsCents),
      onDay('Clos le', ({ closed }) => closed?.on),
    ],
    pieces: [
      client(),
      text('Facture', ({ invoiceId }) => invoiceNumber(invoiceId)),
      text('Pièce', ({ title }) => title),
      onDay('Datée du', ({ datedOn }) => datedOn),
      text('Fichier (SHA-256)', ({ document }) => document.hash),
    ],
    documents: [
      text('Nom', ({ name }) => name),
      text('Type', ({ mediaType }) => mediaType),
      text('Empreinte (SHA-256)', ({ hash }) => hash),
    ],
  };
};

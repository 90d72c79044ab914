import { formatDay } from '../../../shared/dates/format-day.ts';
import { describePaymentTerms } from '../../../shared/dates/payment-terms.ts';
import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import { regimeName } from '../../../shared/law/regime.ts';
import { termRules } from '../../../shared/law/term-activity.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { describeRate, segmentNames } from '../../../shared/ledger/client-names.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { amount, count, dayOfInstant, json, onDay, percent, text, yesNo } from './column-kinds.ts';
import type { LedgerNames } from './ledger-names.ts';

const creditEffects = {
  'from-due-date': 'corrige la facture',
  'from-its-date': 'geste commercial',
} as const;

const blocked = ({ blockedServices }: Client): string | undefined =>
  blockedServices === undefined
    ? undefined
    : [blockedServices.deliveries && 'livraisons', blockedServices.afterSales && 'SAV']
        .filter(Boolean)
        .join(', ');

export const clientColumns: readonly ExportColumn<Client>[] = [
  text('Nom', ({ name }) => name),
  text('Code', ({ code }) => code),
  text('Qualité', ({ regime }) => regimeName(regime)),
  text('Segment', ({ segment }) => segmentNames[segment]),
  text('SIREN', ({ siren }) => siren),
  text('N° de TVA', ({ vatNumber }) => vatNumber),
  text('Adresse', ({ address }) => address?.lines.join(', ')),
  text('Code postal', ({ address }) => address?.postcode),
  text('Ville', ({ address }) => address?.city),
  text('Pays', ({ address }) => address?.country),
  text('Contacts', ({ contacts }) =>
    contacts.map(({ name, email, phone }) => [name, email, phone].filter(Boolean).join(' ')).join(', '),
  ),
  text('Langue', ({ language }) => (language === 'en' ? 'anglais' : 'français')),
  text('Conditions de paiement', ({ terms }) => terms && describePaymentTerms(terms)),
  percent('Escompte', ({ earlyPaymentDiscount }) => earlyPaymentDiscount?.basisPoints),
  count('Escompte, jours', ({ earlyPaymentDiscount }) => earlyPaymentDiscount?.withinDays),
  text('Activité', ({ termActivity }) => termActivity && termRules[termActivity].name),
  text('Pénalités de retard', ({ rate }) => describeRate(rate)),
  text('Capitalisation des intérêts', ({ capitalisesInterest }) => yesNo(capitalisesInterest === true)),
  text('Prélèvement', ({ directDebit }) => yesNo(directDebit)),
  text('Exclu des relances', ({ excludedReason }) => excludedReason),
  onDay('Mode indulgent du', ({ lenient }) => lenient?.from),
  onDay('Mode indulgent jusqu’au', ({ lenient }) => lenient?.until),
  onDay('Jugement d’ouverture', ({ insolvency }) => insolvency?.judgmentOn),
  onDay('Créance déclarée le', ({ insolvency }) => insolvency?.declaredOn),
  text('Bloqué', blocked),
  onDay('Bloqué depuis le', ({ blockedServices }) => blockedServices?.since),
  onDay('Blocage levé le', ({ blockedServices }) => blockedServices?.liftedOn),
  text('Adresses en erreur', ({ contacts }) =>
    contacts
      .flatMap(({ email, bouncedOn }) =>
        email === undefined || bouncedOn === undefined ? [] : [`${email} (${formatDay(bouncedOn)})`],
      )
      .join(', '),
  ),
  onDay('Créé le', ({ createdAt }) => dayOfInstant(createdAt)),
  text('Identifiant', ({ id }) => id),
];

export const invoiceColumns = (names: LedgerNames): readonly ExportColumn<Invoice>[] => [
  text('Numéro', ({ number }) => number),
  text('Nature', ({ kind }) => (kind === 'invoice' ? 'facture' : 'avoir')),
  names.client(),
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
  text('Statut de la facture électronique', ({ lifeCycle }) => lifeCycle?.code),
  onDay('Statut du', ({ lifeCycle }) => lifeCycle?.on),
  text('Motif du statut', ({ lifeCycle }) => lifeCycle?.reason),
  onDay('Titre exécutoire du', ({ titleOn }) => titleOn),
  text('Interruptions de la prescription', ({ interruptions }) => interruptions && json(interruptions)),
  onDay('Annulée le', ({ cancelledAt }) => dayOfInstant(cancelledAt)),
  text('Document (SHA-256)', ({ documentHash }) => documentHash),
  text('Identifiant', ({ id }) => id),
];

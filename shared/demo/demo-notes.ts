import { addDays, type Day } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import type { CallOutcome, HistoryNote } from '../ledger/history.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { demoClientId } from './demo-clients.ts';
import { momentOf } from './demo-rows.ts';
import { pick, type Random, wholeBetween } from './seeded-random.ts';

type Line = readonly [
  client: string,
  daysAgo: number,
  kind: HistoryNote['kind'],
  text: string,
  outcome?: CallOutcome,
  followUpIn?: number,
];

const told: readonly Line[] = [
  ['promotion-lysandre', 14, 'call', 'M. Evrand promet un virement en fin de semaine suivante.', 'promise'],
  ['bailly-promotion', 10, 'call', 'Règlement au prochain passage du comptable, date notée.', 'promise'],
  ['cabinet-ferrand', 26, 'email-received', 'Mme Ferrand refuse la facture\u00A0: deux portes hors cotes.'],
  ['cabinet-ferrand', 20, 'service', 'Relevé sur place par Antoine\u00A0: les deux portes sont à refaire.'],
  ['la-gentiane', 50, 'call', 'Saison difficile. Accepte six échéances de 1 100,00 €.', 'difficulty'],
  ['maurelle', 28, 'note', 'Redressement judiciaire appris par le fournisseur de bois. Ne plus livrer.'],
  ['batilor', 6, 'call', 'Standard seulement, rappeler le service comptabilité.', 'message-left', 1],
  ['mairie-saint-orens', 7, 'call', 'Facture rejetée puis redéposée sur Chorus Pro.', 'administrative'],
  ['tilleuls-verts', 18, 'call', 'Pas de réponse, messagerie pleine.', 'unreachable'],
  ['ecole-aubert', 9, 'call', 'Le mandat est signé, paiement sous quinze jours.', 'administrative'],
  ['transports-gallois', 34, 'note', 'Chèque revenu impayé. Préparer le dossier pour l’injonction de payer.'],
  ['maisons-celadon', 12, 'note', 'Client fidèle\u00A0: prévenir par téléphone avant tout courrier.'],
  ['hotel-belvaux', 22, 'service', 'Réglage de trois fenêtres du deuxième étage, sous garantie.'],
  ['carrelages-montrel', 4, 'call', 'M. Montrel dit attendre lui-même un paiement.', 'difficulty'],
];

const afterFirm: readonly (readonly [text: string, outcome: CallOutcome])[] = [
  ['Facture égarée, duplicata envoyé par e-mail.', 'oversight'],
  ['Paiement prévu au prochain virement groupé.', 'reached'],
  ['Message laissé sur le répondeur.', 'message-left'],
  ['La facture attendait le visa du chef de chantier.', 'administrative'],
];

/** French spacing of a text typed with ordinary spaces. */
const typeset = (text: string): string =>
  text.replace(/ (?=[:€])/g, '\u00A0').replace(/(\d) (?=\d{3})/g, '$1\u202F');

/** Notes and calls: the stories of demo-cases.ts, and a call after some of the older firm reminders. */
export const demoNotes = (
  reminders: readonly Reminder[],
  today: Day,
  random: Random,
): readonly HistoryNote[] => {
  const notes: HistoryNote[] = told.map(([client, daysAgo, kind, text, outcome, followUpIn], index) => ({
    id: `note-${index + 1}`,
    clientId: demoClientId(client),
    kind,
    occurredAt: momentOf(addDays(today, -daysAgo), `${String(8 + (index % 8)).padStart(2, '0')}:25`),
    text: typeset(text),
    outcome,
    followUpOn: followUpIn === undefined ? undefined : addDays(today, followUpIn),
  }));
  for (const reminder of reminders) {
    const calledOn = nextWorkingDay(addDays(reminder.plannedOn, wholeBetween(random, 9, 12)), 'metropole');
    if (reminder.level !== 'firm' || random() > 0.45 || calledOn > addDays(today, -40)) continue;
    const [text, outcome] = pick(random, afterFirm);
    notes.push({
      id: `note-${notes.length + 1}`,
      clientId: reminder.clientId,
      invoiceId: reminder.lines[0]?.invoiceId,
      kind: 'call',
      occurredAt: momentOf(calledOn, '13:40'),
      text,
      outcome,
    });
  }
  return notes;
};

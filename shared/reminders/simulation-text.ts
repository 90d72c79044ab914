import { formatDay } from '../dates/format-day.ts';
import type { ReminderChannel } from './scenario.ts';
import type { ScenarioSimulation } from './scenario-simulation.ts';

const nouns: Readonly<Record<ReminderChannel, readonly [one: string, several: string]>> = {
  email: ['e-mail', 'e-mails'],
  letter: ['courrier', 'courriers'],
  'registered-letter': ['lettre recommandée', 'lettres recommandées'],
  call: ['appel', 'appels'],
  sms: ['SMS', 'SMS'],
};

const order: readonly ReminderChannel[] = ['email', 'letter', 'registered-letter', 'call', 'sms'];

const counted = (count: number, one: string, several: string): string =>
  `${count}\u00A0${count > 1 ? several : one}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;

/**
 * « Du 23/11/2025 au 22/11/2026, ce scénario aurait envoyé 42 messages à 17 clients : 30 e-mails, 8 lettres
 * recommandées et 4 appels. Aucun n’aurait atteint un client qui avait payé. »
 */
export const simulationText = ({
  from,
  until,
  counts,
  messages,
  clients,
  linesAlreadyPaid,
}: ScenarioSimulation): string => {
  const period = `Du ${formatDay(from)} au ${formatDay(until)}, ce scénario`;
  if (messages === 0) return `${period} n’aurait rien envoyé.`;
  const byChannel = order.flatMap((channel) => {
    const count = counts
      .filter((each) => each.channel === channel)
      .reduce((sum, each) => sum + each.messages, 0);
    return count === 0 ? [] : [counted(count, ...nouns[channel])];
  });
  const paid =
    linesAlreadyPaid === 0
      ? 'Aucun n’aurait atteint un client qui avait payé.'
      : `${counted(linesAlreadyPaid, 'facture était déjà réglée', 'factures étaient déjà réglées')}.`;
  return `${period} aurait envoyé ${counted(messages, 'message', 'messages')} à ${counted(clients, 'client', 'clients')}\u00A0: ${listed(byChannel)}. ${paid}`;
};

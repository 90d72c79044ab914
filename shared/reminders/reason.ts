import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { awaitsPresentation } from '../letters/awaits-presentation.ts';
import type { ProposalLine } from './proposal.ts';
import type { DoneLine } from './reminder-history.ts';
import type { DunningLevel } from './scenario.ts';

/** « 9 novembre » in the year of `today`, « 9 novembre 2025 » in another. */
export const formatNearDay = (on: Day, today: Day): string => {
  const long = formatLongDay(on);
  return on.slice(0, 4) === today.slice(0, 4) ? long.slice(0, -5) : long;
};

const nouns: Readonly<Record<DunningLevel, { readonly noun: string; readonly feminine: boolean }>> = {
  courtesy: { noun: 'l’avis d’échéance', feminine: false },
  friendly: { noun: 'la relance amicale', feminine: true },
  firm: { noun: 'la relance ferme', feminine: true },
  'formal-notice': { noun: 'la mise en demeure', feminine: true },
  'last-notice': { noun: 'le dernier avis', feminine: false },
};

/** « la relance amicale », « la mise en demeure »… */
export const levelNoun = (level: DunningLevel): string => nouns[level].noun;

const participles: Readonly<Record<string, string>> = { called: 'passé', skipped: 'sauté' };

const done = (line: DoneLine, level: DunningLevel, today: Day): string => {
  const { noun, feminine } = nouns[level];
  const on = formatNearDay(line.doneOn, today);
  const { state, channel } = line.reminder;
  if (state.kind === 'called')
    return channel === 'sms' ? `le SMS a été envoyé le ${on}` : `l’appel a été passé le ${on}`;
  if (state.kind === 'unknown') return `${noun} est peut-être ${feminine ? 'partie' : 'parti'} le ${on}`;
  const participle = participles[state.kind];
  if (participle !== undefined) return `${noun} a été ${participle}${feminine ? 'e' : ''} le ${on}`;
  const doubt = awaitsPresentation(line.reminder) ? ' (présentation non notée)' : '';
  return `${noun} est ${feminine ? 'partie' : 'parti'} le ${on}${doubt}`;
};

const days = (count: number): string => `${count}\u00A0jour${count > 1 ? 's' : ''}`;

const lateness = (line: ProposalLine, today: Day): string => {
  const { dueOn } = line.invoice;
  if (line.daysLate > 0) return `échue depuis ${days(line.daysLate)}`;
  if (line.daysLate === 0) return 'à échéance aujourd’hui';
  return dueOn === undefined ? 'sans échéance' : `à échéance le ${formatNearDay(dueOn, today)}`;
};

/** What was last done for an invoice, with the level that it had. */
export interface LastStep {
  readonly line: DoneLine;
  readonly level: DunningLevel;
}

/**
 * « Pourquoi maintenant »: « Facture F-102 échue depuis 16 jours ; la relance amicale est partie le
 * 9 novembre. » The lines are in the order of their due dates, `last` belongs to the one that sets the step.
 * @param channelNote sentence on why it takes another way than the step says.
 */
export const proposalReason = (
  lines: readonly ProposalLine[],
  lead: ProposalLine,
  last: LastStep | undefined,
  channelNote: string | undefined,
  today: Day,
): string => {
  const what =
    lines.length === 1
      ? `Facture ${lead.invoice.number} ${lateness(lead, today)}`
      : `${lines.length} factures, dont ${lead.invoice.number} ${lateness(lead, today)}`;
  const before =
    last === undefined ? 'aucune relance n’est encore partie' : done(last.line, last.level, today);
  return `${what}\u202F; ${before}.${channelNote === undefined ? '' : ` ${channelNote}`}`;
};

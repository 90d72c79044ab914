import type { WeekAgenda } from '../../../shared/insight/week-agenda.ts';

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count}\u00A0${count === 1 ? one : many}`];

/** « 5 e-mails et 2 courriers à relire avant qu’ils ne partent. » */
export const remindersSummary = ({ emails, letters }: WeekAgenda['reminders']): string => {
  const parts = [...counted(emails, 'e-mail', 'e-mails'), ...counted(letters, 'courrier', 'courriers')];
  if (parts.length === 0) return 'Aucune relance à valider.';
  return `${parts.join(' et ')} à valider.`;
};

/** « 2 à imprimer, 1 à poster. » */
export const lettersSummary = ({ toPrint, toPost }: WeekAgenda['letters']): string => {
  const parts = [...counted(toPrint, 'à imprimer', 'à imprimer'), ...counted(toPost, 'à poster', 'à poster')];
  return parts.length === 0 ? 'Aucun courrier à poster.' : `${parts.join(', ')}.`;
};

/** The greeting: the day, and how much is left. */
export const weekLead = (weekday: string, { openSteps }: WeekAgenda): string => {
  const day = `Bonjour, nous sommes ${weekday}.`;
  if (openSteps === 0) return `${day} Tout est fait.`;
  return openSteps === 1 ? `${day} Il reste une étape.` : `${day} Il reste ${openSteps} étapes.`;
};

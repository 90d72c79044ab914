import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatSemester } from '../../../shared/dates/semester.ts';
import {
  type AgendaConcern,
  concernKinds,
  isPressingConcern,
} from '../../../shared/insight/agenda-concern.ts';
import { alarmSemester } from '../../../shared/insight/rate-alarm.ts';
import type { WeekAgenda } from '../../../shared/insight/week-agenda.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { unreachable } from '../../../shared/result.ts';
import { places } from '../../application/places.ts';

/** One line of « À faire ». */
export interface TodoItem {
  readonly key: string;
  readonly text: string;
  readonly detail?: string | undefined;
  readonly place: string;
  /** Red: something failed or a deadline of the law runs. */
  readonly isPressing: boolean;
}

const counted = (count: number, one: string, many: string): string =>
  `${count}\u00A0${count === 1 ? one : many}`;

const concernText = (kind: AgendaConcern['kind'], count: number): string => {
  switch (kind) {
    case 'unknown-message':
      return counted(count, 'e-mail peut-être parti', 'e-mails peut-être partis');
    case 'rejected-message':
      return counted(count, 'e-mail refusé', 'e-mails refusés');
    case 'declare-claim':
      return counted(count, 'créance à déclarer', 'créances à déclarer');
    case 'case-deadline':
      return counted(count, 'délai de procédure', 'délais de procédure');
    case 'not-delivered':
      return counted(count, 'facture à réémettre', 'factures à réémettre');
    case 'documents-asked':
      return counted(count, 'facture suspendue, pièces à fournir', 'factures suspendues, pièces à fournir');
    case 'limitation':
      return counted(count, 'facture prescrite ou près de l’être', 'factures prescrites ou près de l’être');
    case 'broken-promise':
      return counted(count, 'promesse non tenue', 'promesses non tenues');
    case 'missed-instalment':
      return counted(count, 'échéance d’échéancier manquée', 'échéances d’échéancier manquées');
    case 'letter-undelivered':
      return counted(count, 'courrier à renvoyer', 'courriers à renvoyer');
    case 'letter-returned':
      return counted(count, 'courrier revenu à classer', 'courriers revenus à classer');
    case 'letter-receipt-missing':
      return counted(count, 'avis de réception attendu', 'avis de réception attendus');
    case 'letter-proof-to-archive':
      return counted(count, 'preuve de LRE à garder', 'preuves de LRE à garder');
    case 'handover-silent':
      return counted(count, 'dossier confié sans nouvelles', 'dossiers confiés sans nouvelles');
    case 'follow-up':
      return counted(count, 'client à recontacter', 'clients à recontacter');
    case 'data-gap':
      return counted(count, 'fiche à compléter', 'fiches à compléter');
    case 'legal-rates':
      return 'Taux légaux à mettre à jour';
    default:
      return unreachable(kind);
  }
};

/** Whom or what a single concern is about, and where to see to it. */
const subjectOf = (
  concern: AgendaConcern,
  nameOf: (clientId: string) => string,
): Pick<TodoItem, 'detail' | 'place'> =>
  concern.kind === 'legal-rates'
    ? { detail: formatSemester(alarmSemester(concern.alarm)), place: places.settingsSection('taux') }
    : {
        detail: nameOf(concern.clientId),
        place:
          concern.kind === 'limitation'
            ? places.clientInvoice(concern.clientId, concern.alarm.invoice.id)
            : concern.kind === 'not-delivered' || concern.kind === 'documents-asked'
              ? places.clientInvoice(concern.clientId, concern.invoice.id)
              : 'letter' in concern
                ? places.letter(concern.letter.row.id)
                : concern.kind === 'case-deadline'
                  ? places.case(concern.legalCase.id)
                  : concern.kind === 'declare-claim'
                    ? places.claimDeclaration(concern.clientId)
                    : places.client(concern.clientId),
      };

/** Limitation alarms come by date: the first is the nearest. */
const nearestOf = (first: AgendaConcern): string | undefined =>
  first.kind === 'limitation' ? `la première le ${formatDay(first.alarm.lastDay)}` : undefined;

const concernItems = (
  concerns: readonly AgendaConcern[],
  nameOf: (clientId: string) => string,
): readonly TodoItem[] =>
  concernKinds.flatMap((kind) => {
    const own = concerns.filter((concern) => concern.kind === kind);
    const [first] = own;
    if (!first) return [];
    const isOnly = own.length === 1;
    return [
      {
        key: kind,
        text: concernText(kind, own.length),
        ...(isOnly ? subjectOf(first, nameOf) : { detail: nearestOf(first), place: places.week }),
        isPressing: own.some(isPressingConcern),
      },
    ];
  });

/**
 * « À faire » of the dashboard: one line for each kind of work, with the place where it is done; a single
 * concern leads straight to its client. Empty when everything is done.
 */
export const todoItems = (agenda: WeekAgenda, nameOf: (clientId: string) => string): readonly TodoItem[] => {
  const { bank, reminders, letters, calls } = agenda;
  const items: TodoItem[] = [];
  const add = (key: string, count: number, text: string, place: string, detail?: string): void => {
    if (count > 0) items.push({ key, text, detail, place, isPressing: false });
  };
  add(
    'bank',
    bank.isCheckedToday ? 0 : 1,
    'Encaissements à vérifier',
    places.receipts,
    bank.days === undefined
      ? undefined
      : `dernière vérification il y a ${counted(bank.days, 'jour', 'jours')}`,
  );
  const written = reminders.emails + reminders.letters;
  add(
    'reminders',
    written,
    counted(written, 'relance à valider', 'relances à valider'),
    places.reminders,
    formatAmount(reminders.cents),
  );
  add(
    'to-print',
    letters.toPrint,
    counted(letters.toPrint, 'courrier à imprimer', 'courriers à imprimer'),
    places.letters,
  );
  add(
    'to-post',
    letters.toPost,
    counted(letters.toPost, 'courrier à poster', 'courriers à poster'),
    places.letters,
  );
  const texts = calls.filter(({ proposal }) => proposal.channel === 'sms').length;
  const spoken = calls.length - texts;
  add('calls', spoken, counted(spoken, 'appel à passer', 'appels à passer'), places.calls);
  add('texts', texts, counted(texts, 'SMS à envoyer', 'SMS à envoyer'), places.calls);
  return [...items, ...concernItems(agenda.concerns, nameOf)];
};

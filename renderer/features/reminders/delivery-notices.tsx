import { Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import { businessTime } from '../../../shared/dates/clock.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { clockText } from '../../../shared/reminders/delivery-status.ts';
import { refusedGroups } from '../../../shared/reminders/recent-reminders.ts';
import { outboxKey, type Reminder } from '../../../shared/reminders/reminder.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useOutboxEntries } from '../../application/services-context.tsx';
import { showRefusal } from '../../application/use-run.tsx';
import { useTakeBack } from '../../application/use-take-back.ts';
import { bridge } from '../../bridge/bridge.ts';
import { Notice } from '../../ui/notice.tsx';
import { UnknownActions } from './unknown-actions.tsx';

const shownAtMost = 3;

const emails = (count: number): string => (count > 1 ? `${count} e-mails` : '1 e-mail');

const UnknownNotice = ({ reminder }: { readonly reminder: Reminder }) => {
  const ledger = useLedger();
  if (reminder.state.kind !== 'unknown') return null;
  const name = ledger.clients.get(reminder.clientId)?.name ?? '';
  const { day } = businessTime(Date.parse(reminder.state.since));
  return (
    <Notice
      tone="alert"
      action={
        <Group gap="xs" wrap="nowrap">
          <UnknownActions reminder={reminder} />
        </Group>
      }
    >
      <strong>Peut-être parti : {name}</strong>, {formatAmount(reminder.totalCents)}, le {formatDay(day)}.{' '}
      {reminder.state.explanation}
    </Notice>
  );
};

const RetryNotice = ({ reminders }: { readonly reminders: readonly Reminder[] }) => {
  const entries = useOutboxEntries();
  const { busy, takeBack } = useTakeBack();
  const retrying = reminders.flatMap((reminder) => {
    const entry = entries.get(outboxKey(reminder));
    return reminder.state.kind === 'approved' && entry?.state.kind === 'retrying'
      ? [{ reminder, state: entry.state }]
      : [];
  });
  const [first] = retrying.map(({ state }) => state).sort((a, b) => (a.nextTryAt < b.nextTryAt ? -1 : 1));
  if (!first) return null;
  return (
    <Notice
      tone="caution"
      action={
        <Group gap="xs" wrap="nowrap">
          <Button
            component={Link}
            href={places.settingsSection('messagerie')}
            size="compact-sm"
            variant="default"
          >
            Messagerie
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            onClick={() =>
              void takeBack(
                retrying.map(({ reminder }) => reminder),
                'Retiré par vous avant un nouvel essai',
              )
            }
          >
            {retrying.length > 1 ? 'Retirer ces e-mails' : 'Retirer cet e-mail'}
          </Button>
        </Group>
      }
    >
      {retrying.length > 1
        ? `${emails(retrying.length)} ne sont pas encore partis.`
        : 'Un e-mail n’est pas encore parti.'}{' '}
      Nouvel essai à {clockText(first.nextTryAt)}. {first.explanation}
    </Notice>
  );
};

const showFolder = async (): Promise<void> => {
  const shown = await bridge.revealFolder('eml');
  if (!shown.ok) showRefusal(shown.error.message);
};

const ExportedNotice = ({ reminders }: { readonly reminders: readonly Reminder[] }) => {
  const today = useToday();
  const written = reminders.filter(
    ({ state }) => state.kind === 'exported' && businessTime(Date.parse(state.exportedAt)).day === today,
  ).length;
  if (written === 0) return null;
  return (
    <Notice
      tone="info"
      action={
        <Button size="compact-sm" variant="default" onClick={() => void showFolder()}>
          Ouvrir le dossier
        </Button>
      }
    >
      {written > 1
        ? `${written} e-mails sont écrits pour votre messagerie : ouvrez-les et envoyez-les.`
        : 'Un e-mail est écrit pour votre messagerie : ouvrez-le et envoyez-le.'}
    </Notice>
  );
};

/** What needs the user among the messages, each with what he can do. */
export const DeliveryNotices = ({ reminders }: { readonly reminders: readonly Reminder[] }) => {
  const ledger = useLedger();
  const unknown = [...ledger.reminders.values()].filter(({ state }) => state.kind === 'unknown');
  return (
    <>
      {unknown.slice(0, shownAtMost).map((reminder) => (
        <UnknownNotice key={reminder.id} reminder={reminder} />
      ))}
      <RetryNotice reminders={reminders} />
      {refusedGroups(reminders)
        .slice(0, shownAtMost)
        .map(({ explanation, reminders: refused }) => (
          <Notice key={explanation} tone="caution">
            {refused.length > 1
              ? `${emails(refused.length)} refusés : `
              : `E-mail à ${ledger.clients.get(refused[0]?.clientId ?? '')?.name ?? ''} refusé : `}
            {explanation}
          </Notice>
        ))}
      <ExportedNotice reminders={reminders} />
    </>
  );
};

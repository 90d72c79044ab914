import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { recallWindow } from '../../shared/reminders/recall-window.ts';
import type { Reminder } from '../../shared/reminders/reminder.ts';
import { useLedger } from './ledger-context.tsx';
import classes from './recall-bar.module.css';
import { useDelivery, useOutboxEntries } from './services-context.tsx';
import { useDeliveryMode } from './use-delivery-mode.ts';
import { useNowMs } from './use-now.ts';

const emails = (count: number): string => (count > 1 ? `${count} e-mails` : '1 e-mail');

/** What became of « Annuler l’envoi ». */
const recallOutcome = (wanted: number, recalled: number): string => {
  if (recalled === wanted)
    return recalled > 1
      ? `${recalled} e-mails retirés\u00A0: ils sont de nouveau à valider.`
      : 'E-mail retiré\u00A0: il est de nouveau à valider.';
  if (recalled === 0) return 'Trop tard\u00A0: ces e-mails étaient déjà partis.';
  return `${emails(recalled)} sur ${wanted} ${recalled > 1 ? 'retirés' : 'retiré'}\u202F; les autres étaient déjà partis.`;
};

/** Counts down the seconds in which approved e-mails can be taken back, on every screen. */
export const RecallBar = () => {
  const ledger = useLedger();
  const entries = useOutboxEntries();
  const delivery = useDelivery();
  const [busy, setBusy] = useState(false);
  const approved = [...ledger.reminders.values()].filter(({ state }) => state.kind === 'approved');
  const nowMs = useNowMs(approved.length > 0);
  const toFiles = useDeliveryMode(approved.length > 0)?.kind === 'files';
  const window = recallWindow(approved, entries, nowMs);
  if (window.kind === 'closed') return null;
  if (window.kind === 'sending')
    return (
      <div className={classes.bar} role="status">
        <Send size={18} aria-hidden="true" />
        <span className={classes.text}>Envoi en cours : {emails(window.count)}</span>
      </div>
    );
  const { reminders, secondsLeft } = window;
  const takeBack = async (wanted: readonly Reminder[]): Promise<void> => {
    setBusy(true);
    const recalled = await delivery.recall(wanted, 'Envoi annulé par vous');
    setBusy(false);
    // « Trop tard » would be wrong: nothing is known to have left.
    if (recalled === undefined) return;
    notifications.show({ message: recallOutcome(wanted.length, recalled), autoClose: 8000 });
  };
  const many = reminders.length > 1;
  const leave = toFiles ? (many ? 'seront prêts' : 'sera prêt') : many ? 'partent' : 'part';
  return (
    <div className={classes.bar}>
      <Send size={18} aria-hidden="true" />
      <span className={classes.text}>
        <span className="visually-hidden" role="status">
          {emails(reminders.length)} {many ? 'approuvés' : 'approuvé'}, l’envoi peut encore être annulé.
        </span>
        <span aria-hidden="true">
          {emails(reminders.length)} {leave} dans <strong className="figures">{secondsLeft} s</strong>
        </span>
      </span>
      <Button
        size="compact-md"
        variant="white"
        color="dark"
        loading={busy}
        leftSection={<Undo2 size={16} aria-hidden="true" />}
        onClick={() => void takeBack(reminders)}
      >
        Annuler l’envoi
      </Button>
    </div>
  );
};

import { Button } from '@mantine/core';
import { Send, Undo2 } from 'lucide-react';
import { recallWindow } from '../../shared/reminders/recall-window.ts';
import { useLedger } from './ledger-context.tsx';
import classes from './recall-bar.module.css';
import { useOutboxEntries } from './services-context.tsx';
import { useDeliveryMode } from './use-delivery-mode.ts';
import { useNowMs } from './use-now.ts';
import { useTakeBack } from './use-take-back.ts';

const emails = (count: number): string => (count > 1 ? `${count} e-mails` : '1 e-mail');

/** Counts down the seconds in which approved e-mails can be taken back, on every screen. */
export const RecallBar = () => {
  const ledger = useLedger();
  const entries = useOutboxEntries();
  const { busy, takeBack } = useTakeBack();
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
        onClick={() => void takeBack(reminders, 'Envoi annulé par vous')}
      >
        Annuler l’envoi
      </Button>
    </div>
  );
};

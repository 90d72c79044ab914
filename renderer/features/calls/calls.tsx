import { PhoneCall } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { callsSource } from '../../../shared/exporting/tables/calls-source.ts';
import { callTasks } from '../../../shared/reminders/call-tasks.ts';
import { composeMessage } from '../../../shared/reminders/compose-message.ts';
import type { Planning } from '../../../shared/reminders/planning.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { recordText } from '../../db/commands/calls.ts';
import { skipReminder } from '../../db/commands/reminders.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHints } from '../../ui/key-hints.tsx';
import layout from '../../ui/queue-layout.module.css';
import { useSelection } from '../reminders/use-selection.ts';
import { type CallDialog, CallDialogs } from './call-dialogs.tsx';
import { CallList } from './call-list.tsx';
import { CallPanel, plainOutcomes } from './call-panel.tsx';
import classes from './calls.module.css';
import { copyToClipboard } from './phone-actions.tsx';
import { TextPanel } from './text-panel.tsx';
import { useCallActions } from './use-call-actions.ts';

/** « Appels et SMS »: whom to call or write to today, on the left; what to say, and what came of it, on the right. */
export const Calls = ({ planning }: { readonly planning: Planning }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [, go] = useLocation();
  const wantedClient = new URLSearchParams(useSearch()).get('client');
  const split = useRef<HTMLDivElement>(null);
  const noteField = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<{ readonly id: string; readonly text: string }>();
  const [dialog, setDialog] = useState<CallDialog>();
  const tasks = useMemo(() => {
    const { now, later } = callTasks(ledger, planning.proposals, today);
    return [...now, ...later];
  }, [ledger, planning.proposals, today]);
  const proposals = useMemo(() => tasks.map(({ proposal }) => proposal), [tasks]);
  const { active, activate, next } = useSelection(proposals);
  const task = tasks.find(({ proposal }) => proposal.id === active?.id);

  // Once, when the screen opens: on the client that was asked for, ready for the keys.
  const [asked, setAsked] = useState(wantedClient);
  const found = asked === null ? undefined : proposals.find(({ clientId }) => clientId === asked);
  if (found) {
    setAsked(null);
    activate(found.id);
  }
  useEffect(() => {
    split.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus({ preventScroll: true });
  }, []);

  const isText = active?.channel === 'sms';
  const composed = active && isText ? composeMessage(ledger, active, today) : undefined;
  const templateText = composed?.ok ? composed.value.body : '';
  const text = typed !== undefined && typed.id === active?.id ? typed.text : templateText;
  const setText = (next: string): void => {
    if (active) setTyped({ id: active.id, text: next });
  };
  const focusList = (): void =>
    split.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus({ preventScroll: true });
  const done = (staysInList: boolean): void => {
    setTyped(undefined);
    if (staysInList) next();
    focusList();
  };
  const actions = useCallActions(task, text, setDialog, done);

  if (!task || !active)
    return (
      <EmptyState icon={PhoneCall} title="Aucun appel à passer, aucun SMS à envoyer.">
        Les appels et les SMS prévus par vos scénarios arrivent ici le jour venu.
      </EmptyState>
    );

  const message = { subject: composed?.ok ? composed.value.subject : 'SMS', body: text };
  const sent = (): void => {
    if (text.trim() !== '')
      void run(recordText, { proposal: active, message }).then((recorded) => recorded && done(false));
  };
  const skip = isText ? (): void => void run(skipReminder, { proposal: active, message }) : actions.skip;
  const phone = task.contact?.phone?.trim();

  const onKey = (key: string): boolean => {
    const shared: Readonly<Record<string, () => void>> = {
      Enter: () => go(places.client(active.clientId)),
      s: skip,
    };
    const own: Readonly<Record<string, () => void>> = isText
      ? { e: sent, c: () => void copyToClipboard(text, 'Texte du SMS copié.') }
      : {
          d: actions.promise,
          r: actions.callBack,
          l: actions.dispute,
          p: actions.paid,
          n: () => noteField.current?.focus(),
          c: () => phone && void copyToClipboard(phone, 'Numéro copié.'),
          ...Object.fromEntries(
            plainOutcomes.map(({ outcome, shortcut }) => [
              shortcut.toLowerCase(),
              () => actions.note(outcome),
            ]),
          ),
        };
    const act = shared[key] ?? own[key];
    act?.();
    return act !== undefined;
  };

  return (
    <div className={layout.queue}>
      <div ref={split} className={layout.split}>
        <CallList tasks={tasks} activeId={active.id} onActivate={activate} onKey={onKey} />
        {isText ? (
          <TextPanel
            task={task}
            text={text}
            problem={composed !== undefined && !composed.ok ? composed.error.message : undefined}
            onText={setText}
            onSent={sent}
            onSkip={skip}
          />
        ) : (
          <CallPanel task={task} text={text} onText={setText} noteField={noteField} actions={actions} />
        )}
      </div>
      <div className={classes.foot}>
        <KeyHints compact>
          {isText ? (
            <>
              <kbd>E</kbd> envoyé <kbd>C</kbd> copier le texte <kbd>S</kbd> sauter <kbd>Entrée</kbd> fiche
            </>
          ) : (
            <>
              <kbd>D</kbd> promesse <kbd>R</kbd> rappeler <kbd>L</kbd> litige <kbd>I</kbd> injoignable{' '}
              <kbd>M</kbd> message <kbd>O</kbd> oubli <kbd>P</kbd> payée <kbd>N</kbd> note <kbd>C</kbd> copier{' '}
              <kbd>S</kbd> sauter <kbd>Entrée</kbd> fiche
            </>
          )}
        </KeyHints>
        <ExportMenu source={() => callsSource(tasks)} compact />
      </div>
      <CallDialogs dialog={dialog} onChange={setDialog} record={actions.record} />
    </div>
  );
};

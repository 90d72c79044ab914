import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { MailStatus } from '../../../shared/ipc/mail-contract.ts';
import { deliveryMode } from '../../../shared/mail/delivery-mode.ts';
import {
  type ApprovalSummary,
  approvalSummary,
  approveLabel,
  messagesText,
  type ReadyProposal,
} from '../../../shared/reminders/approval-summary.ts';
import { bankQuestion } from '../../../shared/reminders/bank-interlock.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { levelNames } from '../../../shared/reminders/reminder-names.ts';
import { ClockQuestionNotice } from '../../application/clock-question-notice.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useDelivery } from '../../application/services-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { useSchedulerStatus } from '../../application/use-scheduler-status.ts';
import { bridge } from '../../bridge/bridge.ts';
import { approveReminders } from '../../db/commands/reminders.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './approval-sheet.module.css';
import { BankQuestionPanel } from './bank-question.tsx';
import { rememberEdit } from './edit-memory.ts';
import type { QueuedMessage } from './use-queue.ts';

/** More would only make the sheet slow; the totals are of all. */
const shownAtMost = 200;

const ModeNotice = ({ status }: { readonly status: MailStatus }) => {
  const mode = deliveryMode(status);
  return (
    <Notice
      tone={mode.kind === 'not-ready' ? 'alert' : mode.kind === 'test' ? 'caution' : 'info'}
      action={
        mode.kind === 'test' || mode.kind === 'not-ready' ? (
          <Button
            component={Link}
            href={places.settingsSection('messagerie')}
            size="compact-sm"
            variant="default"
          >
            Régler la messagerie
          </Button>
        ) : undefined
      }
    >
      {mode.text}
    </Notice>
  );
};

const Recipients = ({ summary }: { readonly summary: ApprovalSummary }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className={classes.scroller} aria-label="Destinataires" tabIndex={0} data-autofocus>
    <table className={classes.recipients}>
      <caption className="visually-hidden">Messages à approuver</caption>
      <colgroup>
        <col />
        <col />
        <col style={{ width: 152 }} />
        <col style={{ width: 128 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Client</th>
          <th scope="col">À</th>
          <th scope="col">Relance</th>
          <th scope="col" data-right="">
            Montant
          </th>
        </tr>
      </thead>
      <tbody>
        {summary.rows.slice(0, shownAtMost).map((row) => (
          <tr key={row.proposalId}>
            <th scope="row">
              <div className={classes.clip} title={row.clientName}>
                {row.clientName}
              </div>
              {row.warnings.map((warning) => (
                <div key={warning} className={classes.warning}>
                  {warning}
                </div>
              ))}
            </th>
            <td>
              <div className={classes.clip} title={row.to}>
                {row.proposal.channel === 'email' ? row.to : 'par courrier'}
              </div>
            </td>
            <td className={classes.level}>{levelNames[row.proposal.level]}</td>
            <td data-right="" className="figures">
              {formatMoney(row.proposal.totalCents, row.proposal.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {summary.rows.length > shownAtMost && (
      <p className={classes.more}>et {summary.rows.length - shownAtMost} autres</p>
    )}
  </section>
);

const Sheet = ({
  proposals,
  messageOf,
  onClose,
  onApproved,
}: {
  readonly proposals: readonly Proposal[];
  readonly messageOf: (proposal: Proposal) => QueuedMessage;
  readonly onClose: () => void;
  readonly onApproved: () => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const delivery = useDelivery();
  const [status, setStatus] = useState<MailStatus>();
  const [problem, setProblem] = useState<string>();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      sheet.current?.querySelector('form')?.requestSubmit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    void bridge.mailStatus().then((answer) => {
      if (answer.ok) setStatus(answer.value);
      else setProblem(answer.error.message);
    });
  }, []);
  const ready: ReadyProposal[] = [];
  const failing: { readonly proposal: Proposal; readonly message: string }[] = [];
  for (const proposal of proposals) {
    const message = messageOf(proposal);
    if (message.ok) ready.push({ proposal, message: message.value.message });
    else failing.push({ proposal, message: message.error.message });
  }
  const summary = approvalSummary(ledger, ready);
  const mode = status && deliveryMode(status);
  const asking = summary.emails > 0 && status === undefined && problem === undefined;
  // Nothing leaves while the PC's date is in question: it is answered here, where the e-mails are approved.
  const isClockAsked = useSchedulerStatus()?.clockWarning !== undefined;
  const held =
    summary.emails > 0 && !asking && (mode === undefined || mode.kind === 'not-ready' || isClockAsked);
  const letters = ready.filter(({ proposal }) => proposal.channel !== 'email');
  const leaving = held ? letters : ready;
  const approve = async (): Promise<void> => {
    if (asking || leaving.length === 0) return;
    const done = await run(approveReminders, { approvals: leaving, automatic: false });
    if (!done) return;
    for (const { proposal } of leaving) rememberEdit(proposal.id, undefined);
    onApproved();
    await delivery.submit();
  };
  const total = summary.totals.map(({ currency, cents }) => formatMoney(cents, currency)).join(' + ');
  return (
    <div ref={sheet}>
      <DialogForm
        submitLabel={
          leaving.length === 0
            ? 'Approuver'
            : approveLabel(held ? 0 : summary.emails, summary.letters, mode?.kind !== 'files')
        }
        onSubmit={approve}
        onCancel={onClose}
        hint={
          <span className={classes.total}>
            {messagesText(summary.emails, summary.letters)}
            {' · '}
            <strong className="figures">{total}</strong>
          </span>
        }
      >
        {asking && <Notice tone="info">Vérification de la messagerie…</Notice>}
        {summary.emails > 0 && status && <ModeNotice status={status} />}
        {summary.emails > 0 && <ClockQuestionNotice />}
        {problem !== undefined && <Notice tone="alert">{problem}</Notice>}
        {ready.length > 0 && <Recipients summary={summary} />}
        {failing.length > 0 && (
          <Notice tone="caution">
            {failing.length > 1
              ? `${failing.length} relances ne peuvent pas partir et restent dans la liste : `
              : 'Une relance ne peut pas partir et reste dans la liste : '}
            {failing[0]?.message}
          </Notice>
        )}
        {summary.letters > 0 && (
          <p className={classes.note}>
            {summary.letters > 1
              ? 'Les courriers vous attendront dans « Courriers », à imprimer.'
              : 'Le courrier vous attendra dans « Courriers », à imprimer.'}
          </p>
        )}
      </DialogForm>
    </div>
  );
};

/** The question about the bank, while its news are too old; then the sheet itself. */
const SheetOrQuestion = (props: Parameters<typeof Sheet>[0]) => {
  const ledger = useLedger();
  const today = useToday();
  const question = bankQuestion(
    ledger,
    today,
    props.proposals.map(({ clientId }) => clientId),
  );
  return question === undefined ? (
    <Sheet {...props} />
  ) : (
    <BankQuestionPanel question={question} onCancel={props.onClose} />
  );
};

/**
 * The last look before approving: to whom, how much, how it leaves. Ctrl+Enter approves, but never what the
 * bank has to be looked at for first.
 */
export const ApprovalSheet = ({
  opened,
  proposals,
  messageOf,
  onClose,
  onApproved,
}: {
  readonly opened: boolean;
  readonly proposals: readonly Proposal[];
  readonly messageOf: (proposal: Proposal) => QueuedMessage;
  readonly onClose: () => void;
  readonly onApproved: () => void;
}) => (
  <Dialog
    title={proposals.length > 1 ? `Approuver ${proposals.length} relances` : 'Approuver la relance'}
    opened={opened && proposals.length > 0}
    onClose={onClose}
    size="xl"
  >
    <SheetOrQuestion proposals={proposals} messageOf={messageOf} onClose={onClose} onApproved={onApproved} />
  </Dialog>
);

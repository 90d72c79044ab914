import { Button, TextInput } from '@mantine/core';
import { CheckCheck, MailCheck, Search } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { proposalsSource } from '../../../shared/exporting/tables/proposals-source.ts';
import { approveLabel, messageCount } from '../../../shared/reminders/approval-summary.ts';
import { isByHand } from '../../../shared/reminders/channel-choice.ts';
import { composeMessage } from '../../../shared/reminders/compose-message.ts';
import { nextReminderText } from '../../../shared/reminders/next-reminder-text.ts';
import type { Planning } from '../../../shared/reminders/planning.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { staleReceipts } from '../../../shared/reminders/stale-receipts.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useDeliveryMode } from '../../application/use-delivery-mode.ts';
import { useRun } from '../../application/use-run.tsx';
import { approveReminders, skipReminder } from '../../db/commands/reminders.ts';
import { foldSearch } from '../../ui/data-grid/fold-search.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHints } from '../../ui/key-hints.tsx';
import { Notice } from '../../ui/notice.tsx';
import layout from '../../ui/queue-layout.module.css';
import { ApprovalSheet } from './approval-sheet.tsx';
import { CatchUpNotice } from './catch-up-notice.tsx';
import { ProposalList } from './proposal-list.tsx';
import { type ProposalActions, ProposalPreview } from './proposal-preview.tsx';
import { type OpenDialog, QueueDialogs } from './queue-dialogs.tsx';
import classes from './to-approve.module.css';
import { useMessages } from './use-queue.ts';
import { useSelection } from './use-selection.ts';

/** A step without a text that can be written is skipped with this in its history. */
const unwritten = { subject: 'Relance sautée', body: 'Relance sautée.' } as const;

const NothingDue = ({ planning }: { readonly planning: Planning }) => {
  const ledger = useLedger();
  const today = useToday();
  if (ledger.invoices.size === 0)
    return (
      <EmptyState
        icon={MailCheck}
        title="Aucune relance aujourd’hui."
        action={
          <Button component={Link} href={places.import}>
            Importer mes factures
          </Button>
        }
      >
        Importez vos factures : Acquit prépare chaque jour celles qu’il faut relancer.
      </EmptyState>
    );
  return (
    <EmptyState icon={MailCheck} title="Aucune relance aujourd’hui.">
      {planning.next ? nextReminderText(ledger, planning.next, today) : 'Rien en retard. Profitez-en.'}
    </EmptyState>
  );
};

const useMatching = (proposals: readonly Proposal[], search: string): readonly Proposal[] => {
  const ledger = useLedger();
  return useMemo(() => {
    const wanted = foldSearch(search.trim());
    if (wanted === '') return proposals;
    return proposals.filter(({ clientId, lines }) =>
      [ledger.clients.get(clientId)?.name ?? '', ...lines.map(({ invoice }) => invoice.number)].some((text) =>
        foldSearch(text).includes(wanted),
      ),
    );
  }, [ledger, proposals, search]);
};

/** « À valider »: the queue on the left, the message under the cursor on the right. */
export const ToApprove = ({ planning }: { readonly planning: Planning }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [, go] = useLocation();
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState(false);
  const [sheet, setSheet] = useState<readonly Proposal[]>([]);
  const [dialog, setDialog] = useState<OpenDialog>();
  const searchField = useRef<HTMLInputElement>(null);
  const split = useRef<HTMLDivElement>(null);
  const messageOf = useMessages();
  const proposals = useMatching(planning.proposals, search);
  const { active, activate, chosen, toggle, choose, clear, next } = useSelection(proposals);
  const stale = staleReceipts(ledger, today);
  const mode = useDeliveryMode(true);

  if (planning.proposals.length === 0) return <NothingDue planning={planning} />;

  const focusList = (): void =>
    split.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus({ preventScroll: true });
  const message = active && messageOf(active);
  const base = active ? composeMessage(ledger, active, today) : undefined;
  const stopEditing = (): void => {
    setEditing(false);
    focusList();
  };
  const show = (id: string): void => {
    setEditing(false);
    activate(id);
  };
  const writable = proposals.filter(({ channel }) => !isByHand(channel));
  const picked = writable.filter(({ id }) => chosen.has(id));
  const pickedCount = messageCount(picked);
  const openSheet = (): void => setSheet(picked.length > 0 ? picked : writable);

  const actions: ProposalActions | undefined = active && {
    approve: () => {
      if (!isByHand(active.channel)) {
        toggle(active.id);
        if (!chosen.has(active.id)) next();
      } else if (message?.ok)
        void run(approveReminders, {
          approvals: [{ proposal: active, message: message.value.message }],
          automatic: false,
        });
    },
    skip: () =>
      void run(skipReminder, {
        proposal: active,
        message: message?.ok ? message.value.message : unwritten,
      }),
    postpone: () => setDialog({ kind: 'postpone', clientId: active.clientId }),
    edit: () => setEditing(message?.ok === true),
    dispute: () => {
      const [only, ...others] = active.lines;
      if (only && others.length === 0) setDialog({ kind: 'dispute', invoiceId: only.invoice.id });
      else setDialog({ kind: 'which-disputed', proposal: active });
    },
    pay: () => setDialog({ kind: 'pay', invoiceIds: active.lines.map(({ invoice }) => invoice.id) }),
  };

  const onKey = (key: string, event: KeyboardEvent): boolean => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      openSheet();
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !active || !actions) return false;
    if (key === 'A' && event.shiftKey) {
      choose(writable.map(({ id }) => id));
      return true;
    }
    const byKey: Readonly<Record<string, () => void>> = {
      a: actions.approve,
      ' ': actions.approve,
      s: actions.skip,
      r: actions.postpone,
      e: actions.edit,
      l: actions.dispute,
      p: actions.pay,
      Enter: () => go(places.client(active.clientId)),
      '/': () => searchField.current?.focus(),
    };
    const act = byKey[key.length === 1 ? key.toLowerCase() : key];
    act?.();
    return act !== undefined;
  };

  return (
    <div className={layout.queue}>
      <CatchUpNotice planning={planning} />
      {stale !== undefined && (
        <Notice
          tone="caution"
          action={
            <Button component={Link} href={places.receipts} size="compact-sm" variant="default">
              Encaissements
            </Button>
          }
        >
          {stale}
        </Notice>
      )}
      <div className={classes.bar}>
        <TextInput
          ref={searchField}
          className={classes.search ?? ''}
          aria-label="Rechercher un client ou une facture"
          placeholder="Client ou facture…"
          value={search}
          leftSection={<Search size={16} aria-hidden="true" />}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSearch('');
            if (event.key === 'ArrowDown' || event.key === 'Enter') focusList();
          }}
        />
        <Button
          variant="subtle"
          leftSection={<CheckCheck size={16} aria-hidden="true" />}
          aria-keyshortcuts="Shift+A"
          onClick={() => (picked.length === writable.length ? clear() : choose(writable.map(({ id }) => id)))}
        >
          {picked.length === writable.length && picked.length > 0 ? 'Tout décocher' : 'Tout cocher'}
        </Button>
        <span className={classes.spacer} />
        <ExportMenu
          source={() => proposalsSource(proposals, (id) => ledger.clients.get(id)?.name ?? '')}
          disabled={proposals.length === 0}
        />
        <Button onClick={openSheet} disabled={writable.length === 0} aria-keyshortcuts="Control+Enter">
          {picked.length > 0
            ? approveLabel(pickedCount.emails, pickedCount.letters, mode?.kind !== 'files')
            : 'Tout approuver…'}
        </Button>
      </div>
      <div ref={split} className={layout.split}>
        {proposals.length === 0 ? (
          <EmptyState icon={Search} title="Aucune relance ne correspond.">
            Modifiez votre recherche : {planning.proposals.length} relances sont à valider.
          </EmptyState>
        ) : (
          <ProposalList
            proposals={proposals}
            activeId={active?.id}
            chosen={chosen}
            messageOf={messageOf}
            onActivate={show}
            onChoose={toggle}
            onKey={onKey}
          />
        )}
        {active && message && actions && (
          <ProposalPreview
            proposal={active}
            message={message}
            base={base?.ok ? base.value : undefined}
            chosen={chosen.has(active.id)}
            editing={editing}
            onEdited={stopEditing}
            actions={actions}
          />
        )}
      </div>
      <KeyHints>
        <kbd>A</kbd> approuver <kbd>S</kbd> sauter <kbd>R</kbd> reporter <kbd>E</kbd> modifier <kbd>L</kbd>{' '}
        litige <kbd>P</kbd> payée <kbd>Maj A</kbd> tout cocher <kbd>Ctrl ↵</kbd>{' '}
        {mode?.kind === 'files' ? 'valider' : 'envoyer'}
      </KeyHints>
      <ApprovalSheet
        opened={sheet.length > 0}
        proposals={sheet}
        messageOf={messageOf}
        onClose={() => setSheet([])}
        onApproved={() => {
          setSheet([]);
          clear();
        }}
      />
      <QueueDialogs dialog={dialog} onChange={setDialog} />
    </div>
  );
};

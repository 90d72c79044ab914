import { Button, Progress, SegmentedControl } from '@mantine/core';
import { CircleCheck, Landmark, ListChecks } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { confirmMatches } from '../../db/commands/confirm-matches.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHints } from '../../ui/key-hints.tsx';
import { Notice } from '../../ui/notice.tsx';
import layout from '../../ui/queue-layout.module.css';
import { AssignDialog } from './assign-dialog.tsx';
import classes from './bank-matching.module.css';
import { candidatesOf, MatchDetail } from './match-detail.tsx';
import { MatchList } from './match-list.tsx';
import { type MatchRow, type RowStanding, standingOfRow } from './match-rows.ts';
import { SetAsideDialog } from './set-aside-dialog.tsx';
import { useMatchQueue } from './use-match-queue.ts';

type Filter = 'all' | Exclude<RowStanding, 'certain'>;
const isFilter = (value: string): value is Filter => ['all', 'doubtful', 'unknown'].includes(value);

const NothingToMatch = () => {
  const { bankAccounts } = useLedger();
  return bankAccounts.size === 0 ? (
    <EmptyState
      icon={Landmark}
      title="Importez un relevé&nbsp;: Acquit retrouve qui a payé quoi."
      action={
        <Button component={Link} href={places.bankImport}>
          Importer un relevé
        </Button>
      }
    >
      CFONB, CAMT.053, OFX, MT940, CSV ou Excel, tels que votre banque les donne.
    </EmptyState>
  ) : (
    <EmptyState
      icon={CircleCheck}
      title="Tous les mouvements de vos relevés sont affectés."
      action={
        <Button component={Link} href={places.bankImport} variant="default">
          Importer un relevé
        </Button>
      }
    />
  );
};

/** What is about to be confirmed, in one line. */
const Sum = ({ summary }: { readonly summary: ReturnType<typeof useMatchQueue>['summary'] }) => {
  const { count, receivedCents, settledInvoices, returns, setAside } = summary;
  if (count === 0)
    return <p className={classes.sum}>Cochez les mouvements à enregistrer. Rien n’est écrit avant.</p>;
  const others = [
    settledInvoices > 0 ? counted(settledInvoices, 'facture soldée', 'factures soldées') : undefined,
    returns > 0 ? counted(returns, 'paiement repris', 'paiements repris') : undefined,
    setAside > 0 ? `${setAside}\u00A0mis de côté` : undefined,
  ].filter((part) => part !== undefined);
  return (
    <p className={classes.sum} role="status">
      <strong>{counted(count, 'mouvement', 'mouvements')}</strong> ·{' '}
      <strong className="figures">{formatAmount(receivedCents)}</strong>
      {others.length > 0 && ` · ${others.join(' · ')}`}
    </p>
  );
};

/** « Rapprochement »: each movement and what it pays; what is sure is ticked, the rest says why it is not. */
export const BankMatching = () => {
  const run = useRun();
  const queue = useMatchQueue();
  const [filter, setFilter] = useState<Filter>('all');
  const [cursor, setCursor] = useState<{ readonly id: string; readonly index: number }>();
  const [assigning, setAssigning] = useState<MatchRow>();
  const [settingAside, setSettingAside] = useState<MatchRow>();
  const [isSaving, setSaving] = useState(false);
  const split = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => {
    const found = { certain: 0, doubtful: 0, unknown: 0 };
    for (const row of queue.rows) found[standingOfRow(row)] += 1;
    return found;
  }, [queue.rows]);
  const rows = useMemo(
    () => (filter === 'all' ? queue.rows : queue.rows.filter((row) => standingOfRow(row) === filter)),
    [queue.rows, filter],
  );
  if (queue.rows.length === 0) return <NothingToMatch />;

  const found = rows.findIndex(({ id }) => id === cursor?.id);
  // When the row under the cursor leaves the list, the one that takes its place is next.
  const index = found >= 0 ? found : Math.max(0, Math.min(cursor?.index ?? 0, rows.length - 1));
  const active = rows[index];
  const activate = (id: string): void =>
    setCursor({
      id,
      index: Math.max(
        0,
        rows.findIndex((row) => row.id === id),
      ),
    });
  const next = (): void => {
    const following = rows[index + 1];
    if (following) setCursor({ id: following.id, index: index + 1 });
  };
  const focusList = (): void =>
    split.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus({ preventScroll: true });

  const assign = (row: MatchRow): void => {
    if (row.currency === 'EUR') setAssigning(row);
  };
  const toggle = (row: MatchRow): void => {
    if (row.decision.targets.length === 0) assign(row);
    else queue.tick(row.id, !row.decision.isTicked);
  };
  const accept = (row: MatchRow): void => {
    if (row.decision.targets.length === 0) {
      assign(row);
      return;
    }
    queue.tick(row.id, true);
    next();
  };
  const takeCandidate = (row: MatchRow, at: number): void => {
    const candidate = candidatesOf(row)[at];
    if (candidate) queue.choose(row.id, [candidate.target]);
  };
  const confirm = async (): Promise<void> => {
    const ticked = queue.rows.filter(({ decision }) => decision.isTicked);
    if (ticked.length === 0 || isSaving) return;
    setSaving(true);
    const done = await run(confirmMatches, {
      matches: ticked.flatMap(({ id, decision }) =>
        decision.targets.map((target) => ({ movementId: id, target })),
      ),
    });
    setSaving(false);
    if (done) queue.forget(ticked.map(({ id }) => id));
    focusList();
  };
  const onKey = (key: string, event: KeyboardEvent): boolean => {
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      void confirm();
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !active) return false;
    if (/^[1-4]$/.test(key)) {
      takeCandidate(active, Number(key) - 1);
      return true;
    }
    const byKey: Readonly<Record<string, () => void>> = {
      Enter: () => accept(active),
      ' ': () => toggle(active),
      x: () => setSettingAside(active),
      '/': () => assign(active),
    };
    const act = byKey[key.length === 1 ? key.toLowerCase() : key];
    act?.();
    return act !== undefined;
  };

  return (
    <div className={layout.queue}>
      {queue.hasFailed && (
        <Notice tone="caution">
          Les propositions n’ont pas pu être calculées. Vous pouvez affecter chaque mouvement à la main.
        </Notice>
      )}
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Mouvements affichés"
          value={filter}
          onChange={(value) => isFilter(value) && setFilter(value)}
          data={[
            { value: 'all', label: `Tous (${queue.rows.length})` },
            { value: 'doubtful', label: `À vérifier (${counts.doubtful})` },
            { value: 'unknown', label: `Sans proposition (${counts.unknown})` },
          ]}
        />
        {queue.progress !== undefined && (
          <div className={classes.progress} role="status">
            <Progress
              className={classes.progressBar ?? ''}
              value={Math.max(4, queue.progress * 100)}
              aria-label="Avancement du rapprochement"
            />
            Recherche des factures…
          </div>
        )}
      </div>
      <div ref={split} className={`${layout.split} ${classes.split}`}>
        <div className={classes.side}>
          {rows.length === 0 ? (
            <EmptyState icon={ListChecks} title="Aucun mouvement dans ce filtre." />
          ) : (
            <MatchList
              rows={rows}
              activeId={active?.id}
              isRunning={queue.progress !== undefined}
              onActivate={activate}
              onTick={(id) => {
                const row = rows.find((candidate) => candidate.id === id);
                if (row) toggle(row);
              }}
              onKey={onKey}
            />
          )}
        </div>
        {active && (
          <MatchDetail
            key={active.id}
            row={active}
            onAccept={() => (active.decision.isTicked ? toggle(active) : accept(active))}
            onChoose={() => setAssigning(active)}
            onSetAside={() => setSettingAside(active)}
            onCandidate={(at) => takeCandidate(active, at)}
          />
        )}
      </div>
      <KeyHints>
        <kbd>↵</kbd> accepter <kbd>Espace</kbd> cocher <kbd>1</kbd> à <kbd>4</kbd> autre possibilité{' '}
        <kbd>/</kbd> choisir <kbd>X</kbd> mettre de côté <kbd>Ctrl ↵</kbd> enregistrer
      </KeyHints>
      <footer className={classes.foot}>
        <Sum summary={queue.summary} />
        <Button
          onClick={() => void confirm()}
          disabled={queue.summary.count === 0}
          loading={isSaving}
          aria-keyshortcuts="Control+Enter"
        >
          {queue.summary.count > 1 ? `Enregistrer les ${queue.summary.count} mouvements` : 'Enregistrer'}
        </Button>
      </footer>
      <AssignDialog
        movement={assigning && { ...assigning, targets: assigning.decision.targets }}
        submitLabel="Choisir"
        onSubmit={(targets) => {
          if (assigning) queue.choose(assigning.id, targets);
          setAssigning(undefined);
        }}
        onClose={() => setAssigning(undefined)}
      />
      <SetAsideDialog row={settingAside} onClose={() => setSettingAside(undefined)} />
    </div>
  );
};

import { Anchor, Select } from '@mantine/core';
import { MailCheck } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Dispatch, shownNumber } from '../../../shared/ledger/dispatch.ts';
import { meaningFacts } from '../../../shared/letters/dispatch-facts.ts';
import {
  type DispatchFilter,
  dispatchFilters,
  passesFilter,
} from '../../../shared/letters/dispatch-filter.ts';
import { lettersToFollow } from '../../../shared/letters/dispatch-follow-up.ts';
import { type DispatchMeaning, meaningOf } from '../../../shared/letters/dispatch-meaning.ts';
import { modeFacts, modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { stageName, stageOf } from '../../../shared/letters/dispatch-stage.ts';
import { dispatchOf, letterName, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { isResentId } from '../../../shared/letters/resent-row.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { fileLetters, resendLetter } from '../../db/commands/letter-chain.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DepositDialog } from './deposit-dialog.tsx';
import { useAttachProof } from './letter-actions.ts';
import { LetterBadge } from './letter-badge.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import classes from './posted.module.css';
import { follow, PostedPanel } from './posted-panel.tsx';
import { PresentationDialog } from './presentation-dialog.tsx';

interface Row {
  readonly letter: PaperLetter;
  readonly dispatch: Dispatch;
  readonly client: string;
  readonly stage: string;
  readonly act: DispatchMeaning['act'];
  readonly asks: boolean;
}

const actNames: Readonly<Record<DispatchMeaning['act'], string>> = {
  'note-presentation': 'Noter la présentation',
  'note-outcome': 'Noter la suite',
  'attach-proof': 'Joindre la preuve',
  resend: 'Renvoyer',
  file: 'Classer',
  none: '',
};

/** What the panel beside the list tells of the chosen letter is hidden until it is asked for. */
const columns: readonly GridColumn<Row>[] = [
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client,
    render: ({ client }) => <span title={client}>{client}</span>,
    minWidth: 112,
    hideable: false,
  },
  { id: 'stage', header: 'État', kind: 'text', value: ({ stage }) => stage, width: 156, hideable: false },
  {
    id: 'next',
    header: 'À faire',
    kind: 'text',
    value: ({ act }) => actNames[act],
    render: ({ act, asks }) => <span className={asks ? classes.asked : classes.none}>{actNames[act]}</span>,
    width: 164,
  },
  {
    id: 'on',
    header: 'Déposé le',
    kind: 'day',
    value: ({ dispatch }) => dispatch.depositedOn,
    width: 108,
    givesWay: true,
  },
  {
    id: 'number',
    header: 'Numéro de suivi',
    kind: 'text',
    value: ({ dispatch }) => (dispatch.trackingNumber === '' ? undefined : shownNumber(dispatch)),
    searched: ({ dispatch }) => dispatch.trackingNumber,
    render: ({ letter, dispatch }) =>
      dispatch.trackingNumber === '' ? (
        <span className={classes.none}>sans suivi</span>
      ) : modeFacts[modeOf(letter, dispatch)].number === 'tracking' ? (
        <Anchor
          component="button"
          type="button"
          className={`${classes.follow ?? ''} figures`}
          title="Ouvre la page de suivi de La Poste dans votre navigateur"
          onClick={() => void follow(dispatch.trackingNumber)}
        >
          {shownNumber(dispatch)}
        </Anchor>
      ) : (
        <span className="figures">{shownNumber(dispatch)}</span>
      ),
    width: 148,
    givesWay: true,
  },
  {
    id: 'presented',
    header: 'Présenté le',
    kind: 'day',
    value: ({ dispatch }) => dispatch.presentedOn,
    width: 112,
    hidden: true,
  },
  {
    id: 'mode',
    header: 'Envoi',
    kind: 'text',
    value: ({ letter, dispatch }) => modeFacts[modeOf(letter, dispatch)].shortName,
    width: 128,
    hidden: true,
  },
  {
    id: 'level',
    header: 'Courrier',
    kind: 'text',
    value: ({ letter }) => letterName(letter),
    render: ({ letter }) => <LetterBadge letter={letter} />,
    width: 150,
    hidden: true,
  },
  {
    id: 'amount',
    header: 'Montant',
    kind: 'amount',
    value: ({ letter }) => letter.row.totalCents,
    width: 120,
    hidden: true,
  },
];

/** The rows that search and sorting leave, and where among them the chosen one stands, or stood last. */
interface Listed {
  readonly ids: readonly string[];
  readonly place: number;
}

type Asked = 'presentation' | 'outcome' | 'deposit';

/** « Postés »: every letter that left, what it waits for, and beside it its chain of proof. */
export const Posted = ({ letters }: { readonly letters: readonly PaperLetter[] }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const attach = useAttachProof();
  const [, go] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('courrier') ?? undefined;
  const [filter, setFilter] = useState<DispatchFilter>(wanted === undefined ? 'open' : 'all');
  const [chosen, setChosen] = useState(wanted);
  const [listed, setListed] = useState<Listed>({ ids: [], place: 0 });
  const [asked, setAsked] = useState<Asked>();
  const rows = useMemo(() => {
    const follows = new Map(lettersToFollow(ledger, today).map((one) => [one.letter.row.id, one.followUp]));
    return letters.flatMap((letter): readonly Row[] => {
      const dispatch = dispatchOf(letter);
      const followUp = follows.get(letter.row.id);
      if (dispatch === undefined || !passesFilter(dispatch, followUp, filter)) return [];
      const client = ledger.clients.get(letter.row.clientId);
      const mode = modeOf(letter, dispatch);
      const { act } = meaningOf(dispatch, meaningFacts(ledger, letter, dispatch, today));
      const stage = stageName(stageOf(dispatch), mode);
      return [{ letter, dispatch, client: client?.name ?? '', stage, act, asks: followUp !== undefined }];
    });
  }, [ledger, letters, filter, today]);
  const onShown = useCallback(
    (ids: readonly string[]) =>
      setListed(({ place }) => {
        const found = chosen === undefined ? -1 : ids.indexOf(chosen);
        return { ids, place: found === -1 ? place : found };
      }),
    [chosen],
  );
  const nextId = listed.ids[Math.min(listed.place, listed.ids.length - 1)];
  const shown =
    rows.find(({ letter }) => letter.row.id === chosen) ??
    rows.findLast(({ letter }) => chosen !== undefined && isResentId(letter.row.id, chosen)) ??
    rows.find(({ letter }) => letter.row.id === nextId);
  const dialogLetter = (own: Asked): PaperLetter | undefined => (asked === own ? shown?.letter : undefined);
  const close = (): void => setAsked(undefined);
  return (
    <div className={classes.split}>
      <DataGrid
        name="courriers-postes"
        caption="Courriers postés"
        columns={columns}
        rows={rows}
        rowId={({ letter }) => letter.row.id}
        onOpen={({ letter }) => go(places.client(letter.row.clientId))}
        onActive={({ letter }) => setChosen(letter.row.id)}
        onShown={onShown}
        onFiles={({ letter }, files) => void attach.drop([letter.row.id], files)}
        onKey={(key, { letter }) => {
          setChosen(letter.row.id);
          if (key === 'p') setAsked('presentation');
          else if (key === 's') setAsked('outcome');
          else if (key === 'd') setAsked('deposit');
          else if (key === 'a') void attach.pick([letter.row.id]);
          else if (key === 'c') void run(fileLetters, { ids: [letter.row.id] });
          else if (key === 'r') void run(resendLetter, { id: letter.row.id });
          else return false;
          return true;
        }}
        copyText={(text) => void bridge.copyText(text)}
        rowTone={({ dispatch }) => (dispatch.filedOn === undefined ? undefined : 'quiet')}
        toolbar={
          <Select
            aria-label="Montrer"
            className={classes.filter ?? ''}
            allowDeselect={false}
            data={dispatchFilters.map(({ value, label }) => ({ value, label }))}
            value={filter}
            onChange={(value) => value !== null && setFilter(value as DispatchFilter)}
          />
        }
        selectionActions={(selected) => (
          <Anchor
            component="button"
            type="button"
            className={classes.follow ?? ''}
            onClick={() => void run(fileLetters, { ids: selected.map(({ letter }) => letter.row.id) })}
          >
            {selected.length > 1 ? `Classer les ${selected.length} courriers` : 'Classer'}
          </Anchor>
        )}
        exportMenu={(grid, isEmpty) => (
          <ExportMenu source={() => gridSource('Courriers postés', grid())} disabled={isEmpty} />
        )}
        empty={
          <EmptyState
            icon={MailCheck}
            title={letters.length === 0 ? 'Aucun courrier posté.' : 'Aucun courrier dans ce choix.'}
          >
            Chaque dépôt est gardé ici avec son numéro, son PDF et ses preuves.
          </EmptyState>
        }
      />
      {shown && (
        <PostedPanel
          key={shown.letter.row.id}
          letter={shown.letter}
          acts={{
            onPresentation: () => setAsked('presentation'),
            onOutcome: () => setAsked('outcome'),
            onDeposit: () => setAsked('deposit'),
          }}
        />
      )}
      <PresentationDialog letter={dialogLetter('presentation')} onClose={close} />
      <OutcomeDialog letter={dialogLetter('outcome')} onClose={close} />
      <DepositDialog letter={dialogLetter('deposit')} suggested={{ depositedOn: today }} onClose={close} />
    </div>
  );
};

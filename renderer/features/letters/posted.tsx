import { ActionIcon, Anchor, Tooltip } from '@mantine/core';
import { FileText, MailCheck, Paperclip } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { trackingLink } from '../../../shared/letters/tracking-link.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { levelNames } from '../../../shared/reminders/reminder-names.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LevelBadge } from '../../ui/level-badge.tsx';
import { openDocument, pdfOf, proofsOf, useAttachProof } from './letter-actions.ts';
import classes from './posted.module.css';
import { PresentationDialog } from './presentation-dialog.tsx';

interface Row {
  readonly letter: Reminder;
  readonly client: string;
  readonly depositedOn: Day | undefined;
  readonly presentedOn: Day | undefined;
  readonly number: string;
}

const follow = async (number: string): Promise<void> => {
  const opened = await bridge.openExternal(trackingLink(number));
  if (!opened.ok) showRefusal(opened.error.message);
};

const Documents = ({ row }: { readonly row: Row }) => {
  const attach = useAttachProof();
  const pdf = pdfOf(row.letter);
  const proofs = proofsOf(row.letter);
  return (
    <span className={classes.documents}>
      {pdf && (
        <Tooltip label="Ouvrir le courrier (PDF)">
          <ActionIcon
            size="sm"
            aria-label={`Ouvrir le courrier à ${row.client}`}
            onClick={() => void openDocument(pdf)}
          >
            <FileText size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
      {proofs.map((proof) => (
        <Tooltip key={proof.hash} label={`Ouvrir « ${proof.name} »`}>
          <ActionIcon size="sm" aria-label={`Ouvrir ${proof.name}`} onClick={() => void openDocument(proof)}>
            <MailCheck size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ))}
      <Tooltip label="Joindre la preuve de dépôt ou l’avis de réception">
        <ActionIcon
          size="sm"
          aria-label={`Joindre un document au courrier à ${row.client}`}
          onClick={() => void attach(row.letter)}
        >
          <Paperclip size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </span>
  );
};

const columnsWith = (onPresentation: (letter: Reminder) => void): readonly GridColumn<Row>[] => [
  { id: 'on', header: 'Déposé le', kind: 'day', value: ({ depositedOn }) => depositedOn, width: 110 },
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client,
    render: ({ client }) => <span title={client}>{client}</span>,
    hideable: false,
  },
  {
    id: 'number',
    header: 'Numéro de suivi',
    kind: 'text',
    value: ({ number }) => (number === '' ? undefined : number),
    render: ({ number }) =>
      number === '' ? (
        <span className={classes.none}>sans suivi</span>
      ) : (
        <>
          <span className="figures">{number}</span>
          <Anchor
            component="button"
            type="button"
            className={classes.follow ?? ''}
            title="Ouvre la page de suivi de La Poste dans votre navigateur"
            onClick={() => void follow(number)}
          >
            Suivre
          </Anchor>
        </>
      ),
    width: 200,
    hideable: false,
  },
  {
    id: 'presented',
    header: 'Présenté le',
    kind: 'day',
    value: ({ presentedOn }) => presentedOn,
    render: ({ letter, client, presentedOn }) =>
      letter.channel === 'registered-letter' ? (
        <Anchor
          component="button"
          type="button"
          className={classes.presented ?? ''}
          aria-label={
            presentedOn === undefined
              ? `Noter la présentation du courrier à ${client}`
              : `Corriger la présentation du courrier à ${client}, ${formatDay(presentedOn)}`
          }
          onClick={() => onPresentation(letter)}
        >
          {presentedOn === undefined ? 'Noter' : formatDay(presentedOn)}
        </Anchor>
      ) : (
        <span className={classes.none}>–</span>
      ),
    width: 112,
  },
  {
    id: 'documents',
    header: 'Documents',
    kind: 'text',
    value: ({ letter }) => letter.documents.map(({ name }) => name).join(', '),
    render: (row) => <Documents row={row} />,
    width: 104,
    hideable: false,
  },
  {
    id: 'level',
    header: 'Courrier',
    kind: 'text',
    value: ({ letter }) => levelNames[letter.level],
    render: ({ letter }) => <LevelBadge level={letter.level} />,
    width: 150,
  },
  { id: 'amount', header: 'Montant', kind: 'amount', value: ({ letter }) => letter.totalCents, width: 120 },
];

/** « Postés »: every letter that left, with its number, its PDF and its proofs. */
export const Posted = ({ letters }: { readonly letters: readonly Reminder[] }) => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const [presented, setPresented] = useState<Reminder>();
  const columns = useMemo(() => columnsWith(setPresented), []);
  const rows = useMemo(
    () =>
      letters.map(
        (letter): Row => ({
          letter,
          client: ledger.clients.get(letter.clientId)?.name ?? '',
          depositedOn: letter.state.kind === 'posted' ? letter.state.depositedOn : undefined,
          presentedOn: letter.state.kind === 'posted' ? letter.state.presentedOn : undefined,
          number: letter.state.kind === 'posted' ? letter.state.trackingNumber : '',
        }),
      ),
    [ledger, letters],
  );
  return (
    <>
      <DataGrid
        name="courriers-postes"
        caption="Courriers postés"
        columns={columns}
        rows={rows}
        rowId={({ letter }) => letter.id}
        onOpen={({ letter }) => go(places.client(letter.clientId))}
        copyText={(text) => void bridge.copyText(text)}
        exportMenu={(shown, isEmpty) => (
          <ExportMenu source={() => gridSource('Courriers postés', shown())} disabled={isEmpty} />
        )}
        empty={
          <EmptyState icon={MailCheck} title="Aucun courrier posté.">
            Chaque dépôt est gardé ici avec son numéro, son PDF et ses preuves.
          </EmptyState>
        }
      />
      <PresentationDialog letter={presented} onClose={() => setPresented(undefined)} />
    </>
  );
};

import { Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { CallOutcome, HistoryNote } from '../../../shared/ledger/history.ts';
import { callOutcomeNames } from '../../../shared/ledger/timeline-title.ts';
import { useRun } from '../../application/use-run.tsx';
import { addNote } from '../../db/commands/notes.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const outcomes: readonly CallOutcome[] = [
  'reached',
  'promise',
  'oversight',
  'dispute',
  'difficulty',
  'administrative',
  'call-back',
  'message-left',
  'unreachable',
];

const noteKinds = [
  { value: 'note', label: 'Note' },
  { value: 'email-received', label: 'E-mail reçu' },
  { value: 'service', label: 'Intervention ou SAV' },
] as const satisfies readonly { readonly value: HistoryNote['kind']; readonly label: string }[];

const NoteForm = ({
  clientId,
  isCall,
  onClose,
}: {
  readonly clientId: string;
  readonly isCall: boolean;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [kind, setKind] = useState<HistoryNote['kind']>(isCall ? 'call' : 'note');
  const [outcome, setOutcome] = useState<CallOutcome>('reached');
  const [text, setText] = useState('');
  const [followUpOn, setFollowUpOn] = useState<Day>();
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isCall && text.trim() === '') return;
    const done = await run(addNote, {
      clientId,
      kind,
      text,
      outcome: isCall ? outcome : undefined,
      followUpOn,
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        isCall && outcome === 'promise'
          ? 'Pour suspendre les relances, notez aussi la promesse sur les factures.'
          : undefined
      }
    >
      <Group grow align="flex-start" gap="md">
        {isCall ? (
          <Select
            label="Résultat de l’appel"
            data={outcomes.map((value) => ({ value, label: capitalised(callOutcomeNames[value]) }))}
            value={outcome}
            allowDeselect={false}
            onChange={(picked) => setOutcome(outcomes.find((value) => value === picked) ?? outcome)}
            data-autofocus
          />
        ) : (
          <Select
            label="Nature"
            data={noteKinds}
            value={kind}
            allowDeselect={false}
            onChange={(picked) => setKind(noteKinds.find(({ value }) => value === picked)?.value ?? kind)}
          />
        )}
        <DayInput label="Reprendre contact le" value={followUpOn} onChange={setFollowUpOn} />
      </Group>
      <Textarea
        label={isCall ? 'Ce qui a été dit (facultatif)' : 'Texte'}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={8000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={tried && !isCall && text.trim() === '' ? 'Écrivez quelques mots.' : undefined}
        data-autofocus={isCall ? undefined : true}
      />
    </DialogForm>
  );
};

/** A note (N) or a call with its outcome (T) in the client's history. */
export const NoteDialog = ({
  clientId,
  isCall,
  opened,
  onClose,
}: {
  readonly clientId: string;
  readonly isCall: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={isCall ? 'Noter un appel' : 'Ajouter une note'} opened={opened} onClose={onClose}>
    <NoteForm clientId={clientId} isCall={isCall} onClose={onClose} />
  </Dialog>
);

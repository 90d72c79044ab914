import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SetAsideReason } from '../../../shared/ledger/bank.ts';
import {
  likelySetAsideReason,
  setAsideNames,
  setAsideReasons,
} from '../../../shared/ledger/set-aside-names.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useRun } from '../../application/use-run.tsx';
import { setLinesAside } from '../../db/commands/set-lines-aside.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import type { MatchRow } from './match-rows.ts';

const SetAsideForm = ({ row, onClose }: { readonly row: MatchRow; readonly onClose: () => void }) => {
  const run = useRun();
  const [reason, setReason] = useState<SetAsideReason>(() => likelySetAsideReason(row.kind));
  const [note, setNote] = useState('');
  const submit = async (): Promise<void> => {
    const trimmed = note.trim();
    const done = await run(setLinesAside, {
      lineIds: [row.id],
      reason,
      ...(trimmed !== '' && { note: trimmed }),
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Mettre de côté" onSubmit={submit} onCancel={onClose}>
      <Text truncate title={row.line.label}>
        {formatMoney(row.amountCents, row.currency)} · {row.title}
      </Text>
      <Radio.Group
        label="Ce mouvement ne règle aucune facture&nbsp;:"
        value={reason}
        onChange={(value) => setReason(setAsideReasons.find((known) => known === value) ?? reason)}
      >
        <Stack gap="xs" mt="xs">
          {setAsideReasons.map((known) => (
            <Radio
              key={known}
              value={known}
              label={setAsideNames[known]}
              data-autofocus={known === reason ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label="Remarque (facultatif)"
        value={note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** « Mettre de côté »: the movement settles no invoice, and why. It can be taken back. */
export const SetAsideDialog = ({
  row,
  onClose,
}: {
  readonly row: MatchRow | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog title="Mettre de côté" opened={row !== undefined} onClose={onClose}>
    {row && <SetAsideForm row={row} onClose={onClose} />}
  </Dialog>
);

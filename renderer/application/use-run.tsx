import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Command } from '../../shared/ledger/decision.ts';
import { undoChange } from '../db/commands/undo.ts';
import type { OpenLedger } from '../db/open-ledger.ts';
import type { CommandDone } from '../db/run-command.ts';
import { useOpenLedger } from './ledger-context.tsx';

/** How long the undo toast stays (product.md 5.6: at least ten seconds). */
const undoToastMs = 12_000;

const toastId = (groupSequence: number): string => `done-${groupSequence}`;
const undoneToast = 'undone';

/** Undoes a change by its group; the refusal, where there is one, is shown. */
export const undoGroup = async (open: OpenLedger, groupSequence: number): Promise<boolean> => {
  const pages = await open.database.changes
    .where('sequence')
    .between(groupSequence, Number.MAX_SAFE_INTEGER)
    .until((change) => change.groupSequence !== groupSequence)
    .toArray();
  const done = await open.commands.run(undoChange, { pages });
  if (!done.ok) {
    showRefusal(done.error.message);
    return false;
  }
  // Its toast would offer to undo what is undone already.
  notifications.hide(toastId(groupSequence));
  notifications.hide(undoneToast);
  notifications.show({ id: undoneToast, message: done.value.label, autoClose: 6000 });
  return true;
};

/** A command could not be done: says why and what to do. */
export const showRefusal = (message: string): void => {
  notifications.show({ color: 'red', title: 'Rien n’a été modifié', message, autoClose: 10_000 });
};

let lastDoneToast: string | undefined;

/** Confirms a command and offers to undo it. */
export const showDone = (open: OpenLedger, done: CommandDone): void => {
  const id = toastId(done.groupSequence);
  // One at a time: older ones are a Ctrl+Z away, and a pile of them would cover what the user works on.
  if (lastDoneToast !== undefined) notifications.hide(lastDoneToast);
  notifications.hide(undoneToast);
  lastDoneToast = id;
  notifications.show({
    id,
    autoClose: done.undoable ? undoToastMs : 5000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm" lineClamp={3} title={done.label}>
          {done.label}
        </Text>
        {done.undoable && (
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              void undoGroup(open, done.groupSequence);
            }}
          >
            Annuler
          </Button>
        )}
      </Group>
    ),
  });
};

/** Runs commands from a screen: a toast with « Annuler » when done, a plain sentence when refused. */
export const useRun = (): (<Wish>(
  command: Command<Wish>,
  wish: Wish,
  options?: { readonly quiet?: boolean; readonly onProgress?: (doneRows: number, allRows: number) => void },
) => Promise<CommandDone | undefined>) => {
  const open = useOpenLedger();
  return useCallback(
    async (command, wish, options) => {
      const outcome = await open.commands.run(command, wish, options?.onProgress);
      if (!outcome.ok) {
        showRefusal(outcome.error.message);
        return undefined;
      }
      if (!options?.quiet) showDone(open, outcome.value);
      return outcome.value;
    },
    [open],
  );
};

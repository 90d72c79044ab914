import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RenderedBatch } from '../../../shared/ipc/letter-contract.ts';
import type { PrintSetup } from '../../../shared/ipc/print-contract.ts';
import { readPageRanges, writePageRanges } from '../../../shared/letters/page-ranges-text.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { recordReprint } from '../../db/commands/reprints.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import classes from './reprint-dialog.module.css';
import { printAs } from './use-print-setup.ts';

/** A letter of the batch by its addressee. */
export interface BatchLetterName {
  readonly reminderId: string;
  readonly name: string;
}

const pagesOf = ({ first, last }: { readonly first: number; readonly last: number }): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_unused, index) => first + index);

const ReprintForm = ({
  batch,
  names,
  setup,
  onClose,
}: {
  readonly batch: RenderedBatch;
  readonly names: readonly BatchLetterName[];
  readonly setup: PrintSetup;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const read = readPageRanges(text, batch.pageCount);
  const chosen = new Set(read.ok ? read.value : []);
  const nameOf = new Map(names.map(({ reminderId, name }) => [reminderId, name]));
  const toggle = (pages: readonly number[], wanted: boolean): void => {
    const next = new Set(chosen);
    for (const page of pages) {
      if (wanted) next.add(page);
      else next.delete(page);
    }
    setText(writePageRanges([...next]));
  };
  const print = async (): Promise<void> => {
    setTried(true);
    if (!read.ok) return;
    const pages = [...read.value];
    const made = await bridge.documentExcerpt([{ hash: batch.hash, pages, duplicate: false }]);
    if (!made.ok) {
      showRefusal(made.error.message);
      return;
    }
    const printed = await printAs(setup, { hash: made.value.hash, name: 'Réimpression' });
    if (!printed) return;
    await run(recordReprint, { pages, pageCount: batch.pageCount });
    onClose();
  };
  return (
    <DialogForm
      submitLabel="Réimprimer"
      onSubmit={print}
      onCancel={onClose}
      hint={read.ok ? `${read.value.length} ${read.value.length > 1 ? 'pages' : 'page'}` : ''}
    >
      <TextInput
        label="Pages à réimprimer"
        description={`De 1 à ${batch.pageCount}, comme dans le PDF. Ce qui n’a pas été bien imprimé n’est pas un duplicata.`}
        placeholder="3, 7-9"
        value={text}
        maxLength={2000}
        autoComplete="off"
        error={tried && !read.ok ? read.error.message : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <fieldset className={classes.letters}>
        <legend>Ou des courriers entiers</legend>
        {batch.letters.map(({ reminderId, batchPages }) => {
          const pages = pagesOf(batchPages);
          return (
            <label key={reminderId} className={classes.letter}>
              <input
                type="checkbox"
                checked={pages.every((page) => chosen.has(page))}
                onChange={(event) => toggle(pages, event.currentTarget.checked)}
              />
              <span className={classes.name}>{nameOf.get(reminderId) ?? ''}</span>
              <span className="figures">
                {pages.length > 1 ? `p. ${batchPages.first}-${batchPages.last}` : `p. ${batchPages.first}`}
              </span>
            </label>
          );
        })}
      </fieldset>
    </DialogForm>
  );
};

/** « Réimprimer des pages » of a batch that was not confirmed yet. */
export const ReprintDialog = ({
  opened,
  onClose,
  ...form
}: {
  readonly batch: RenderedBatch;
  readonly names: readonly BatchLetterName[];
  readonly setup: PrintSetup;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Réimprimer des pages" opened={opened} onClose={onClose}>
    <ReprintForm {...form} onClose={onClose} />
  </Dialog>
);

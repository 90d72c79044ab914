import { useCallback, useEffect, useRef, useState } from 'react';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import { frenchTableError, type TableError, tableLimits } from '../../../shared/importing/table.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { importInvoices } from '../../db/commands/import.ts';
import { saveImportProfile } from '../../db/commands/settings.ts';
import type { CommandDone } from '../../db/run-command.ts';
import { type FileReading, openFileReading } from './file-reader.ts';
import { type ImportDraft, profileToSave, startDraft, type UnreadableFile } from './import-draft.ts';

/** A file as it is dropped, picked or pasted; its bytes are only fetched when its size is bearable. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Where the wizard stands. */
export type WizardPhase =
  | { readonly kind: 'choose'; readonly message?: string; readonly unreadable?: UnreadableFile }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'columns'; readonly draft: ImportDraft; readonly message?: string }
  | { readonly kind: 'check'; readonly draft: ImportDraft }
  | {
      readonly kind: 'importing';
      readonly draft: ImportDraft;
      readonly doneRows: number;
      readonly allRows: number;
    }
  | { readonly kind: 'done'; readonly draft: ImportDraft; readonly done: CommandDone };

export interface ImportWizard {
  readonly phase: WizardPhase;
  readonly choose: (file: ChosenFile) => void;
  /** Says why a file could not even be taken. */
  readonly refuse: (message: string) => void;
  /** Reads the same file in another way: encoding, delimiter, titles, sheet. */
  readonly reread: (options: TableOptions) => void;
  readonly change: (changes: Partial<ImportDraft>) => void;
  readonly toColumns: () => void;
  readonly toCheck: () => void;
  readonly startAgain: () => void;
  readonly importRows: (rows: InvoiceRows) => void;
  /** The worker broke: back to the choice of a file, with an explanation. Stable. */
  readonly readingFailed: () => void;
}

/** Errors that another delimiter, encoding or line of titles may cure. */
const isCurable = ({ kind }: TableError): boolean =>
  kind === 'not-tabular' || kind === 'header-row-not-found' || kind === 'no-rows';

const brokenReader =
  'Ce fichier n’a pas pu être lu jusqu’au bout. Fermez les autres programmes pour libérer de la mémoire, puis réessayez.';

/** The import from the file to the result, one phase after the other. */
export const useImportWizard = (): ImportWizard => {
  const open = useOpenLedger();
  const run = useRun();
  const [phase, setPhase] = useState<WizardPhase>({ kind: 'choose' });
  const reader = useRef<FileReading>(undefined);
  // Answers to an older question than the last one are dropped.
  const turn = useRef(0);

  const closeReader = useCallback((): void => {
    turn.current += 1;
    reader.current?.close();
    reader.current = undefined;
  }, []);
  useEffect(() => closeReader, [closeReader]);

  const readTable = async (
    fileName: string,
    reading: FileReading,
    options: TableOptions,
    previous: ImportDraft | undefined,
  ): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const table = await reading.table(options);
    if (mine !== turn.current) return;
    if (table.ok) {
      const profiles = open.memory.current().importProfiles.values();
      const draft = startDraft({ fileName, reading, options, table: table.value }, profiles);
      const isSameList =
        previous?.table.suggestion.fingerprint === draft.table.suggestion.fingerprint &&
        previous.table.sheet === draft.table.sheet;
      setPhase({
        kind: 'columns',
        draft: isSameList ? { ...draft, mapping: previous.mapping, formats: previous.formats } : draft,
      });
      return;
    }
    const message = frenchTableError(table.error);
    // The worker holds no table now: what is on the screen must be what it would import.
    if (previous) {
      await reading.table(previous.options);
      if (mine === turn.current) setPhase({ kind: 'columns', draft: previous, message });
      return;
    }
    const unreadable = { fileName, error: table.error, options };
    setPhase({
      kind: 'choose',
      message,
      unreadable: isCurable(table.error) ? { ...unreadable, reading } : unreadable,
    });
  };

  const readingFailed = useCallback((): void => {
    closeReader();
    setPhase({ kind: 'choose', message: brokenReader });
  }, [closeReader]);
  const guarded = (work: Promise<void>): void => {
    work.catch(readingFailed);
  };

  const openFile = async (file: ChosenFile): Promise<void> => {
    closeReader();
    const mine = turn.current;
    if (file.size > tableLimits.bytes) {
      const error = { kind: 'too-big', what: 'bytes', actual: file.size, limit: tableLimits.bytes } as const;
      setPhase({ kind: 'choose', message: frenchTableError(error) });
      return;
    }
    setPhase({ kind: 'reading', fileName: file.name });
    const reading = await openFileReading(await file.bytes());
    if (mine !== turn.current) {
      reading.close();
      return;
    }
    reader.current = reading;
    await readTable(file.name, reading, {}, undefined);
  };

  const importRows = async (draft: ImportDraft, rows: InvoiceRows): Promise<void> => {
    setPhase({ kind: 'importing', draft, doneRows: 0, allRows: 0 });
    const profile = profileToSave(draft, newId);
    if (profile) await run(saveImportProfile, profile, { quiet: true });
    const done = await run(
      importInvoices,
      {
        fileName: draft.fileName,
        fileHash: draft.reading.fileHash,
        rows: rows.rows,
        leftOut: rows.leftOut,
        duplicates: rows.duplicates,
        fillDueDates: draft.fillDueDates,
        cancelAsInFile: draft.cancelAsInFile,
      },
      {
        quiet: true,
        onProgress: (doneRows, allRows) => setPhase({ kind: 'importing', draft, doneRows, allRows }),
      },
    );
    setPhase(done ? { kind: 'done', draft, done } : { kind: 'check', draft });
  };

  const draft = 'draft' in phase ? phase.draft : undefined;
  return {
    phase,
    choose: (file) => guarded(openFile(file)),
    refuse: (message) => setPhase({ kind: 'choose', message }),
    reread: (options) => {
      const unreadable = phase.kind === 'choose' ? phase.unreadable : undefined;
      const fileName = draft?.fileName ?? unreadable?.fileName;
      const reading = draft?.reading ?? unreadable?.reading;
      if (fileName !== undefined && reading) guarded(readTable(fileName, reading, options, draft));
    },
    change: (changes) =>
      setPhase((now) =>
        now.kind === 'columns' || now.kind === 'check'
          ? { kind: now.kind, draft: { ...now.draft, ...changes } }
          : now,
      ),
    toColumns: () => draft && setPhase({ kind: 'columns', draft }),
    toCheck: () => draft && setPhase({ kind: 'check', draft }),
    startAgain: () => {
      closeReader();
      setPhase({ kind: 'choose' });
    },
    // Not guarded: the command answers its failures as values, and a bug belongs to the error boundary.
    importRows: (rows) => draft && void importRows(draft, rows),
    readingFailed,
  };
};

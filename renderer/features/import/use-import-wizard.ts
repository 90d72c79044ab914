import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { missingTargets } from '../../../shared/importing/column-mapping.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { planLedgerImportSteps } from '../../../shared/importing/ledger-import.ts';
import { frenchTableError, type TableError, type TableOptions } from '../../../shared/importing/table.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { importInvoices } from '../../db/commands/import.ts';
import { saveImportProfile } from '../../db/commands/settings.ts';
import type { CommandDone } from '../../db/run-command.ts';
import { handBankFiles } from '../bank/handed-files.ts';
import { batchHash } from './batch-hash.ts';
import { type ChosenFile, meantFiles } from './chosen-file.ts';
import { documentBatch } from './document-batch.ts';
import { type FileReading, openFileReading } from './file-reader.ts';
import {
  type DraftChanges,
  type ImportDraft,
  profileToSave,
  startDraft,
  type TableDraft,
  type UnreadableFile,
  withChanges,
} from './import-draft.ts';
import { openFiles, type RefusedFile } from './open-files.ts';
import { inSlices } from './plan-in-slices.ts';
import { storeCopies, wishOf } from './write-import.ts';

/** Where the wizard stands. */
export type WizardPhase =
  | {
      readonly kind: 'choose';
      readonly message?: string;
      readonly unreadable?: UnreadableFile;
      readonly refused?: readonly RefusedFile[];
    }
  | { readonly kind: 'reading'; readonly fileName: string; readonly done?: number; readonly all?: number }
  | { readonly kind: 'columns'; readonly draft: TableDraft; readonly message?: string }
  | {
      readonly kind: 'documents';
      readonly draft: Extract<ImportDraft, { kind: 'documents' }>;
      readonly refused: readonly RefusedFile[];
    }
  | { readonly kind: 'check'; readonly draft: ImportDraft }
  | {
      readonly kind: 'importing';
      readonly draft: ImportDraft;
      /** What is being done: planning, keeping copies, writing rows. */
      readonly stage: 'plan' | 'copies' | 'rows';
      readonly done: number;
      readonly all: number;
    }
  | { readonly kind: 'done'; readonly draft: ImportDraft; readonly done: CommandDone };

export interface ImportWizard {
  readonly phase: WizardPhase;
  /** Files that were chosen with the present ones and come after them. */
  readonly waiting: readonly ChosenFile[];
  /** @param isStraight a known profile needs no look at the columns */
  readonly choose: (files: readonly ChosenFile[], isStraight?: boolean) => void;
  /** Says why a file could not even be taken. */
  readonly refuse: (message: string) => void;
  /** Reads the same file in another way: encoding, delimiter, titles, sheet. */
  readonly reread: (options: TableOptions) => void;
  readonly change: (changes: DraftChanges) => void;
  /** Back from the check to the columns or the documents. */
  readonly toFirstStep: () => void;
  readonly toCheck: () => void;
  readonly startAgain: () => void;
  readonly chooseWaiting: () => void;
  readonly importRows: (rows: InvoiceRows) => void;
  /** The file is one of movements after all: hands it to the import of statements. */
  readonly toBank: () => void;
  /** The worker broke: back to the choice of a file, with an explanation. Stable. */
  readonly readingFailed: () => void;
}

/** Errors that another delimiter, encoding or line of titles may cure. */
const isCurable = ({ kind }: TableError): boolean =>
  kind === 'not-tabular' || kind === 'header-row-not-found' || kind === 'no-rows';

const brokenReader =
  'Ce fichier n’a pas pu être lu jusqu’au bout. Fermez les autres programmes pour libérer de la mémoire, puis réessayez.';

/** The import from the files to the result, one phase after the other. */
export const useImportWizard = (): ImportWizard => {
  const open = useOpenLedger();
  const run = useRun();
  const [, go] = useLocation();
  const [phase, setPhase] = useState<WizardPhase>({ kind: 'choose' });
  const [waiting, setWaiting] = useState<readonly ChosenFile[]>([]);
  const reader = useRef<FileReading>(undefined);
  const present = useRef<ChosenFile>(undefined);
  // Answers to an older question than the last one are dropped.
  const turn = useRef(0);
  // A step with many fields is drawn between two frames instead of in one piece.
  const show = useCallback((next: WizardPhase): void => startTransition(() => setPhase(next)), []);

  const closeReader = useCallback((): void => {
    turn.current += 1;
    reader.current?.close();
    reader.current = undefined;
    present.current = undefined;
  }, []);
  useEffect(() => closeReader, [closeReader]);

  const readTable = async (
    file: Pick<UnreadableFile, 'fileName' | 'fileHash'>,
    reading: FileReading,
    options: TableOptions,
    previous: TableDraft | undefined,
    isStraight = false,
  ): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const table = await reading.table(options);
    if (mine !== turn.current) return;
    if (table.ok) {
      const profiles = open.memory.current().importProfiles.values();
      const draft = startDraft({ ...file, reading, options, table: table.value }, profiles);
      const isSameList =
        previous?.table.suggestion.fingerprint === draft.table.suggestion.fingerprint &&
        previous.table.sheet === draft.table.sheet;
      if (isStraight && draft.profile && missingTargets(draft.mapping).length === 0)
        return show({ kind: 'check', draft });
      return show({
        kind: 'columns',
        draft: isSameList
          ? {
              ...draft,
              mapping: previous.mapping,
              formats: previous.formats,
              profileName: previous.profileName,
            }
          : draft,
      });
    }
    const message = frenchTableError(table.error);
    // The worker holds no table now: what is on the screen must be what it would import.
    if (previous) {
      await reading.table(previous.options);
      if (mine === turn.current) setPhase({ kind: 'columns', draft: previous, message });
      return;
    }
    const unreadable = { ...file, error: table.error, options };
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

  const toBankImport = (files: readonly ChosenFile[]): void => {
    handBankFiles(files);
    go(places.bankImport);
  };

  const openChosen = async (files: readonly ChosenFile[], isStraight: boolean): Promise<void> => {
    closeReader();
    const mine = turn.current;
    const [first] = files;
    if (!first) return;
    setPhase({ kind: 'reading', fileName: first.name, done: 0, all: files.length });
    const reading = openFileReading();
    reader.current = reading;
    const company = settingsOf(open.memory.current(), 'company');
    const opened = await openFiles(files, reading, company, (done, all) => {
      if (mine === turn.current)
        setPhase({ kind: 'reading', fileName: files[done]?.name ?? first.name, done, all });
    });
    if (mine !== turn.current) return;
    setWaiting(opened.waiting);
    const { first: found, refused } = opened;
    switch (found.kind) {
      case 'nothing': {
        const [only, another] = refused;
        return setPhase(
          only && !another
            ? { kind: 'choose', message: `«\u00A0${only.name}\u00A0»\u00A0: ${only.message}` }
            : { kind: 'choose', refused },
        );
      }
      case 'bank':
        setPhase({ kind: 'choose' });
        return toBankImport(found.files);
      case 'documents': {
        const { name, fileHashes, documents } = found;
        return show({
          kind: 'documents',
          refused,
          draft: {
            kind: 'documents',
            fileName: name,
            fileHash: batchHash(fileHashes),
            fileHashes,
            reading,
            batch: documentBatch(documents, open.memory.current()),
            fillDueDates: true,
            cancelAsInFile: false,
          },
        });
      }
      case 'single':
        present.current = found.file;
        if (isStraight && found.content.kind === 'table' && found.content.listKind === 'bank-statement')
          return toBankImport([found.file]);
        return readTable(
          { fileName: found.file.name, fileHash: found.fileHash },
          reading,
          {},
          undefined,
          isStraight,
        );
    }
  };

  const importRows = async (draft: ImportDraft, rows: InvoiceRows): Promise<void> => {
    setPhase({ kind: 'importing', draft, stage: 'plan', done: 0, all: 0 });
    const profile = draft.kind === 'table' ? profileToSave(draft, newId) : undefined;
    // Before the plan, which holds for the ledger that it was made of; and the import stays the last action.
    if (profile) await run(saveImportProfile, profile, { quiet: true });
    const ledger = open.memory.current();
    const plan = await inSlices(planLedgerImportSteps(ledger, rows, newId));
    if (!plan) return;
    const back = (): void => show({ kind: 'check', draft });
    const copies =
      draft.kind === 'documents'
        ? await storeCopies(draft, plan, (done, all) =>
            setPhase({ kind: 'importing', draft, stage: 'copies', done, all }),
          )
        : undefined;
    if (copies && !copies.ok) {
      showRefusal(copies.error.message);
      return back();
    }
    const done = await run(importInvoices, wishOf(draft, rows, { ledger, plan }, copies?.value), {
      quiet: true,
      onProgress: (doneRows, allRows) =>
        setPhase({ kind: 'importing', draft, stage: 'rows', done: doneRows, all: allRows }),
    });
    if (done) show({ kind: 'done', draft, done });
    else back();
  };

  const draft = 'draft' in phase ? phase.draft : undefined;
  const table = draft?.kind === 'table' ? draft : undefined;
  return {
    phase,
    waiting,
    choose: (files, isStraight = false) => guarded(openChosen(meantFiles(files), isStraight)),
    refuse: (message) => setPhase({ kind: 'choose', message }),
    reread: (options) => {
      const unreadable = phase.kind === 'choose' ? phase.unreadable : undefined;
      const file = table ?? unreadable;
      if (file?.reading) {
        const { fileName, fileHash } = file;
        guarded(readTable({ fileName, fileHash }, file.reading, options, table));
      }
    },
    change: (changes) =>
      setPhase((now) => {
        switch (now.kind) {
          case 'columns':
            return { kind: 'columns', draft: withChanges(now.draft, changes) };
          case 'documents':
            return { ...now, draft: withChanges(now.draft, changes) };
          case 'check':
            return { kind: 'check', draft: withChanges(now.draft, changes) };
          default:
            return now;
        }
      }),
    toFirstStep: () => {
      if (draft?.kind === 'documents') show({ kind: 'documents', draft, refused: [] });
      else if (table) show({ kind: 'columns', draft: table });
    },
    toCheck: () => draft && show({ kind: 'check', draft }),
    startAgain: () => {
      closeReader();
      setWaiting([]);
      setPhase({ kind: 'choose' });
    },
    chooseWaiting: () => guarded(openChosen(waiting, false)),
    // Not guarded: the command answers its failures as values, and a bug belongs to the error boundary.
    importRows: (rows) => draft && void importRows(draft, rows),
    toBank: () => present.current && toBankImport([present.current]),
    readingFailed,
  };
};

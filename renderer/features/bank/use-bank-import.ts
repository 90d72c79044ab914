import { useCallback, useEffect, useRef, useState } from 'react';
import type { BankCsvColumns } from '../../../shared/importing/bank-csv-columns.ts';
import { bankAccountKey } from '../../../shared/ledger/bank-account-name.ts';
import type { ChosenFile } from '../../application/chosen-file.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { brokenReader } from '../../application/worker-line.ts';
import { newId } from '../../bridge/new-id.ts';
import { importBankFile } from '../../db/commands/bank.ts';
import { saveImportProfile } from '../../db/commands/settings.ts';
import type { CheckedBankFile } from './bank-file-checks.ts';
import { type BankFileReader, openBankFileReader } from './bank-file-reader.ts';
import { bankFileBytes, bankFileCount } from './bank-import-limits.ts';
import { bankProfileOf, bankProfilesOf } from './bank-profile.ts';
import type { BankColumnsQuestion } from './bank-reader-protocol.ts';

/** A file whose columns the user has to name. */
export interface ColumnsQuestion {
  readonly file: ChosenFile;
  readonly table: BankColumnsQuestion;
  /** What the reader said of it. */
  readonly message?: string | undefined;
  /** The last choice read nothing: why, French. */
  readonly problem?: string | undefined;
}

/** Where the import of statements stands. */
export type BankImportPhase =
  | { readonly kind: 'choose'; readonly message?: string | undefined }
  | { readonly kind: 'reading'; readonly fileName: string; readonly index: number; readonly count: number }
  | { readonly kind: 'columns'; readonly question: ColumnsQuestion }
  | { readonly kind: 'check' }
  | {
      readonly kind: 'importing';
      readonly fileName: string;
      readonly doneRows: number;
      readonly allRows: number;
    }
  | { readonly kind: 'done'; readonly imported: readonly CheckedBankFile[] };

export interface BankImport {
  readonly phase: BankImportPhase;
  /** Read so far. */
  readonly files: readonly CheckedBankFile[];
  readonly choose: (files: readonly ChosenFile[]) => void;
  readonly refuse: (message: string) => void;
  readonly chooseColumns: (columns: BankCsvColumns, profileName: string) => void;
  /** Leaves the file without columns out and goes on with the others. */
  readonly skipFile: () => void;
  readonly removeFile: (fileHash: string) => void;
  readonly startAgain: () => void;
  /** @param accountNames names of new accounts by `bankAccountKey`. */
  readonly importFiles: (
    files: readonly CheckedBankFile[],
    accountNames: ReadonlyMap<string, string>,
  ) => void;
}

const tooBig = (name: string): string =>
  `«\u00A0${name}\u00A0» est trop volumineux pour un relevé bancaire (plus de 50\u00A0Mo). Exportez une période plus courte.`;

/** The import of bank files: read one after the other, checked together, each written as one change. */
export const useBankImport = (onImported: () => void): BankImport => {
  const open = useOpenLedger();
  const run = useRun();
  const [phase, setPhase] = useState<BankImportPhase>({ kind: 'choose' });
  const [files, setFiles] = useState<readonly CheckedBankFile[]>([]);
  const reader = useRef<BankFileReader>(undefined);
  const queue = useRef<readonly ChosenFile[]>([]);
  const [read, total] = [useRef(0), useRef(0)];
  // Answers of a reading that was given up are dropped.
  const turn = useRef(0);

  const closeReader = useCallback((): void => {
    turn.current += 1;
    reader.current?.close();
    reader.current = undefined;
  }, []);
  useEffect(() => closeReader, [closeReader]);

  const add = (file: CheckedBankFile): void =>
    setFiles((known) =>
      known.some(({ fileHash }) => fileHash === file.fileHash) ? known : [...known, file],
    );

  const readNext = async (): Promise<void> => {
    const mine = turn.current;
    for (;;) {
      const [file, ...rest] = queue.current;
      if (!file) {
        setPhase({ kind: 'check' });
        return;
      }
      queue.current = rest;
      read.current += 1;
      setPhase({ kind: 'reading', fileName: file.name, index: read.current, count: total.current });
      if (file.size > bankFileBytes) {
        add({
          fileName: file.name,
          fileHash: `too-big ${file.name} ${file.size}`,
          reading: {
            statements: [],
            problems: [{ severity: 'error', kind: 'too-big', message: tooBig(file.name) }],
          },
        });
        continue;
      }
      reader.current ??= openBankFileReader();
      const answer = await reader.current.read({
        fileName: file.name,
        bytes: await file.bytes(),
        profiles: bankProfilesOf(open.memory.current().importProfiles.values()),
      });
      if (mine !== turn.current) return;
      if (answer.question) {
        const message = answer.reading.problems.find(({ kind }) => kind === 'columns-unknown')?.message;
        setPhase({ kind: 'columns', question: { file, table: answer.question, message } });
        return;
      }
      add({ ...answer, fileName: file.name });
    }
  };

  const guarded = (work: Promise<void>): void => {
    work.catch(() => {
      closeReader();
      queue.current = [];
      setPhase({ kind: 'choose', message: brokenReader });
    });
  };

  const choose = (chosen: readonly ChosenFile[]): void => {
    if (chosen.length === 0 || phase.kind === 'importing') return;
    if (chosen.length > bankFileCount) {
      setPhase({ kind: 'choose', message: 'Déposez 200\u00A0fichiers au plus à la fois.' });
      return;
    }
    queue.current = [...queue.current, ...chosen];
    total.current += chosen.length;
    if (phase.kind !== 'reading' && phase.kind !== 'columns') guarded(readNext());
  };

  const readWithColumns = async (
    question: ColumnsQuestion,
    columns: BankCsvColumns,
    profileName: string,
  ): Promise<void> => {
    const mine = turn.current;
    const { file, table } = question;
    reader.current ??= openBankFileReader();
    const answer = await reader.current.read({
      fileName: file.name,
      bytes: await file.bytes(),
      columns,
      profiles: [],
    });
    if (mine !== turn.current) return;
    if (answer.reading.statements.every(({ lines }) => lines.length === 0)) {
      const problem =
        answer.reading.problems[0]?.message ?? 'Ces colonnes ne donnent aucun mouvement. Vérifiez-les.';
      setPhase({ kind: 'columns', question: { ...question, problem } });
      return;
    }
    const profile = bankProfileOf(
      open.memory.current().importProfiles.values(),
      { fingerprint: table.fingerprint, columns, name: profileName },
      newId,
    );
    await run(saveImportProfile, profile, { quiet: true });
    add({ ...answer, fileName: file.name });
    await readNext();
  };

  const importFiles = async (
    wanted: readonly CheckedBankFile[],
    accountNames: ReadonlyMap<string, string>,
  ): Promise<void> => {
    const imported: CheckedBankFile[] = [];
    for (const file of wanted) {
      const { fileName, fileHash, reading } = file;
      setPhase({ kind: 'importing', fileName, doneRows: 0, allRows: 0 });
      const names = new Map(
        reading.statements.flatMap((statement) => {
          const key = bankAccountKey(statement);
          const name = accountNames.get(key);
          return name === undefined ? [] : [[key, name] as const];
        }),
      );
      const done = await run(
        importBankFile,
        { fileName, fileHash, statements: reading.statements, accountNames: names },
        {
          // The toast of the last one offers to undo it; the others are undone from the list of statements.
          quiet: wanted.length > 1,
          onProgress: (doneRows, allRows) => setPhase({ kind: 'importing', fileName, doneRows, allRows }),
        },
      );
      if (!done) break;
      imported.push(file);
    }
    const gone = new Set(imported.map(({ fileHash }) => fileHash));
    if (imported.length < wanted.length) {
      setFiles((known) => known.filter(({ fileHash }) => !gone.has(fileHash)));
      setPhase({ kind: 'check' });
      return;
    }
    setPhase({ kind: 'done', imported });
    onImported();
  };

  return {
    phase,
    files,
    choose,
    refuse: (message) => setPhase({ kind: 'choose', message }),
    chooseColumns: (columns, profileName) => {
      if (phase.kind === 'columns') guarded(readWithColumns(phase.question, columns, profileName));
    },
    skipFile: () => guarded(readNext()),
    removeFile: (fileHash) => setFiles((known) => known.filter((file) => file.fileHash !== fileHash)),
    startAgain: () => {
      closeReader();
      queue.current = [];
      read.current = 0;
      total.current = 0;
      setFiles([]);
      setPhase({ kind: 'choose' });
    },
    // Not guarded: the command answers its failures as values, and a bug belongs to the error boundary.
    importFiles: (wanted, accountNames) => void importFiles(wanted, accountNames),
  };
};

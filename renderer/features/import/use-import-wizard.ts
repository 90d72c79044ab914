import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { frenchLifeCycleError } from '../../../shared/importing/cdar.ts';
import { missingTargets } from '../../../shared/importing/column-mapping.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { planLedgerImportSteps } from '../../../shared/importing/ledger-import.ts';
import { frenchTableError, type TableError, type TableOptions } from '../../../shared/importing/table.ts';
import type { Command } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { ChosenFile } from '../../application/chosen-file.ts';
import { handedToBankImport } from '../../application/handed-files.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { importInvoices } from '../../db/commands/import.ts';
import { importContacts } from '../../db/commands/import-contacts.ts';
import { importFec } from '../../db/commands/import-fec.ts';
import { importMails } from '../../db/commands/import-mail.ts';
import { importLifeCycle } from '../../db/commands/life-cycle.ts';
import { saveImportProfile } from '../../db/commands/settings.ts';
import { batchHash } from './batch-hash.ts';
import { documentBatch } from './document-batch.ts';
import { type FileReading, openFileReading } from './file-reader.ts';
import {
  bankProfile,
  type ImportDraft,
  profileToSave,
  startDraft,
  type TableDraft,
  type UnreadableFile,
  withChanges,
} from './import-draft.ts';
import { mailsToImport, startMails, storeMails, withDecision } from './mail-draft.ts';
import { meantFiles } from './meant-files.ts';
import { type OpenedFiles, openFiles } from './open-files.ts';
import { inSlices } from './plan-in-slices.ts';
import { type ImportWizard, nothingToImport, type WizardPhase, withoutInvoice } from './wizard-phase.ts';
import { storeCopies, wishOf } from './write-import.ts';

type SingleFile = Pick<UnreadableFile, 'fileName' | 'fileHash'>;

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
      const profiles = [...open.memory.current().importProfiles.values()];
      const draft = startDraft({ ...file, reading, options, table: table.value }, profiles);
      const isBank = bankProfile(profiles, draft.table.suggestion.fingerprint) !== undefined;
      // The user said of such titles before that they are those of his bank.
      if (!previous && !draft.profile && isBank && present.current) return toBankImport([present.current]);
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
    handedToBankImport.hand(files);
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
      case 'nothing':
        return setPhase(nothingToImport(refused));
      case 'bank':
        setPhase({ kind: 'choose' });
        return toBankImport(found.files);
      case 'mails':
        return show({
          kind: 'mails',
          mails: startMails(open.memory.current(), found.name, found.mails),
          refused,
        });
      case 'documents': {
        const { name, fileHashes, documents } = found;
        const batch = documentBatch(documents, open.memory.current());
        const isHopeless =
          batch.invoices.length === 0 && batch.linked.every(({ link }) => link.kind === 'none');
        if (isHopeless && opened.waiting.length === 0)
          return setPhase(
            nothingToImport([...refused, ...batch.refused, ...batch.linked.map(withoutInvoice)]),
          );
        return show({
          kind: 'documents',
          refused,
          draft: {
            kind: 'documents',
            fileName: name,
            fileHash: batchHash(fileHashes),
            fileHashes,
            reading,
            batch,
            fillDueDates: true,
            cancelAsInFile: false,
          },
        });
      }
      case 'single':
        present.current = found.file;
        return openSingle(found, reading, isStraight);
    }
  };

  const openContacts = async (file: SingleFile, reading: FileReading): Promise<void> => {
    const mine = turn.current;
    const contacts = await reading.contacts();
    if (mine !== turn.current) return;
    const [problem] = contacts.problems;
    if (contacts.rows.length === 0)
      return setPhase({
        kind: 'choose',
        message: `«\u00A0${file.fileName}\u00A0»\u00A0: ${problem?.message ?? 'aucun contact n’y a été trouvé.'}`,
      });
    show({ kind: 'contacts', contacts: { ...file, contacts, createsClients: true, choices: new Map() } });
  };

  const openSingle = async (
    { file, fileHash, content }: Extract<OpenedFiles['first'], { kind: 'single' }>,
    reading: FileReading,
    isStraight: boolean,
  ): Promise<void> => {
    const mine = turn.current;
    const single = { fileName: file.name, fileHash };
    switch (content.kind) {
      case 'fec': {
        const fec = await reading.fec(file.name);
        if (mine !== turn.current) return;
        return show({
          kind: 'fec',
          draft: {
            ...single,
            kind: 'fec',
            reading,
            fec,
            termDays: settingsOf(open.memory.current(), 'reminders').defaultTermDays,
            fillDueDates: true,
            cancelAsInFile: false,
            settle: 'proven',
            excludeDoubtful: true,
            allowOlder: false,
          },
        });
      }
      case 'contacts':
        return openContacts(single, reading);
      case 'life-cycle': {
        const read = await reading.lifeCycle();
        if (mine !== turn.current) return;
        return read.ok
          ? show({ kind: 'life-cycle', lifeCycle: { ...single, lifeCycle: read.value } })
          : setPhase({
              kind: 'choose',
              message: `«\u00A0${file.name}\u00A0»\u00A0: ${frenchLifeCycleError(read.error)}`,
            });
      }
      case 'table':
        if (content.listKind === 'clients') return openContacts(single, reading);
        if (isStraight && content.listKind === 'bank-statement') return toBankImport([file]);
        return readTable(single, reading, {}, undefined, isStraight);
    }
  };

  /** Runs a command that needs no plan beforehand. */
  const runWhole = async <Wish>(
    fileName: string,
    command: Command<Wish>,
    wish: Wish,
    back: WizardPhase,
  ): Promise<void> => {
    setPhase({ kind: 'importing', fileName, stage: 'plan', done: 0, all: 0 });
    const done = await run(command, wish, {
      quiet: true,
      onProgress: (doneRows, allRows) =>
        setPhase({ kind: 'importing', fileName, stage: 'rows', done: doneRows, all: allRows }),
    });
    show(done ? { kind: 'done', done } : back);
  };

  const importRows = async (draft: ImportDraft, rows: InvoiceRows): Promise<void> => {
    const { fileName, fileHash } = draft;
    if (draft.kind === 'fec') {
      const { fec, fillDueDates, termDays, settle, excludeDoubtful, allowOlder } = draft;
      return runWhole(
        fileName,
        importFec,
        { fileName, fileHash, reading: fec, fillDueDates, termDays, settle, excludeDoubtful, allowOlder },
        { kind: 'check', draft },
      );
    }
    setPhase({ kind: 'importing', fileName, stage: 'plan', done: 0, all: 0 });
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
            setPhase({ kind: 'importing', fileName, stage: 'copies', done, all }),
          )
        : undefined;
    if (copies && !copies.ok) {
      showRefusal(copies.error.message);
      return back();
    }
    const done = await run(importInvoices, wishOf(draft, rows, { ledger, plan }, copies?.value), {
      quiet: true,
      onProgress: (doneRows, allRows) =>
        setPhase({ kind: 'importing', fileName, stage: 'rows', done: doneRows, all: allRows }),
    });
    if (done) show({ kind: 'done', done });
    else back();
  };

  const importMailsOf = async (back: Extract<WizardPhase, { kind: 'mails' }>): Promise<void> => {
    const { fileName, fileHash } = back.mails;
    const mails = mailsToImport(open.memory.current(), back.mails);
    setPhase({ kind: 'importing', fileName, stage: 'copies', done: 0, all: mails.length });
    const stored = await storeMails(back.mails, mails, (done, all) =>
      setPhase({ kind: 'importing', fileName, stage: 'copies', done, all }),
    );
    if (!stored.ok) {
      showRefusal(stored.error.message);
      return show(back);
    }
    return runWhole(fileName, importMails, { fileName, fileHash, mails }, back);
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
          case 'fec':
            return { kind: 'fec', draft: withChanges(now.draft, changes) };
          case 'check':
            return { kind: 'check', draft: withChanges(now.draft, changes) };
          default:
            return now;
        }
      }),
    toFirstStep: () => {
      if (draft?.kind === 'documents') show({ kind: 'documents', draft, refused: [] });
      else if (draft?.kind === 'fec') show({ kind: 'fec', draft });
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
    changeContacts: (changes) =>
      setPhase((now) =>
        now.kind === 'contacts' ? { kind: 'contacts', contacts: { ...now.contacts, ...changes } } : now,
      ),
    toContacts: () => {
      if (table) guarded(openContacts({ fileName: table.fileName, fileHash: table.fileHash }, table.reading));
    },
    decideMail: (fileHash, changes) =>
      setPhase((now) =>
        now.kind === 'mails' ? { ...now, mails: withDecision(now.mails, fileHash, changes) } : now,
      ),
    importOther: () => {
      if (phase.kind === 'mails') void importMailsOf(phase);
      if (phase.kind === 'contacts') {
        const { fileName, fileHash, contacts, createsClients, choices } = phase.contacts;
        void runWhole(
          fileName,
          importContacts,
          { fileName, fileHash, rows: contacts.rows, createsClients, choices },
          phase,
        );
      }
      if (phase.kind === 'life-cycle') {
        const { fileName, fileHash, lifeCycle } = phase.lifeCycle;
        void runWhole(fileName, importLifeCycle, { fileName, fileHash, events: lifeCycle.events }, phase);
      }
    },
    toBank: () => present.current && toBankImport([present.current]),
    readingFailed,
  };
};

import { startTransition, useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { TableOptions } from '../../../shared/importing/table.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { ChosenFile } from '../../application/chosen-file.ts';
import { handedToBankImport } from '../../application/handed-files.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { brokenReader } from '../../application/worker-line.ts';
import type { FileReading } from './file-reader.ts';
import { type TableDraft, withChanges } from './import-draft.ts';
import { startMails, withDecision } from './mail-draft.ts';
import { meantFiles } from './meant-files.ts';
import { type OpenedFiles, openFiles } from './open-files.ts';
import { contactsPhase, documentsPhase, fecPhase, lifeCyclePhase, type SingleFile } from './opened-phase.ts';
import { tablePhase } from './table-phase.ts';
import { useFileReading } from './use-file-reading.ts';
import { useImportWriting } from './use-import-writing.ts';
import { type ImportWizard, nothingToImport, type WizardPhase } from './wizard-phase.ts';

/** The import from the files to the result, one phase after the other. */
export const useImportWizard = (): ImportWizard => {
  const open = useOpenLedger();
  const [, go] = useLocation();
  const [phase, setPhase] = useState<WizardPhase>({ kind: 'choose' });
  const [waiting, setWaiting] = useState<readonly ChosenFile[]>([]);
  const { start, close, ask } = useFileReading();
  const present = useRef<ChosenFile>(undefined);
  // A step with many fields is drawn between two frames instead of in one piece.
  const show = useCallback((next: WizardPhase): void => startTransition(() => setPhase(next)), []);
  const writing = useImportWriting(setPhase, show);

  const closeReader = useCallback((): void => {
    close();
    present.current = undefined;
  }, [close]);
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

  const showAnswer = async (answer: Promise<WizardPhase>): Promise<void> => {
    const isWanted = ask();
    const next = await answer;
    if (isWanted()) show(next);
  };

  const readTable = async (
    file: SingleFile,
    reading: FileReading,
    options: TableOptions,
    former: TableDraft | undefined,
    isStraight = false,
  ): Promise<void> => {
    const profiles = [...open.memory.current().importProfiles.values()];
    const isWanted = ask();
    const next = await tablePhase({ file, reading, options, former, isStraight, profiles, isWanted });
    if (next === 'bank') return present.current && toBankImport([present.current]);
    if (next) show(next);
  };

  const openSingle = async (
    { file, fileHash, content }: Extract<OpenedFiles['first'], { kind: 'single' }>,
    reading: FileReading,
    isStraight: boolean,
  ): Promise<void> => {
    const single = { fileName: file.name, fileHash };
    switch (content.kind) {
      case 'fec':
        return showAnswer(fecPhase(single, reading, open.memory.current()));
      case 'contacts':
        return showAnswer(contactsPhase(single, reading));
      case 'life-cycle':
        return showAnswer(lifeCyclePhase(single, reading));
      case 'table':
        if (content.listKind === 'clients') return showAnswer(contactsPhase(single, reading));
        if (isStraight && content.listKind === 'bank-statement') return toBankImport([file]);
        return readTable(single, reading, {}, undefined, isStraight);
    }
  };

  const openChosen = async (files: readonly ChosenFile[], isStraight: boolean): Promise<void> => {
    closeReader();
    const [first] = files;
    if (!first) return;
    setPhase({ kind: 'reading', fileName: first.name, done: 0, all: files.length });
    const reading = start();
    const isWanted = ask();
    const company = settingsOf(open.memory.current(), 'company');
    const opened = await openFiles(files, reading, company, (done, all) => {
      if (isWanted()) setPhase({ kind: 'reading', fileName: files[done]?.name ?? first.name, done, all });
    });
    if (!isWanted()) return;
    setWaiting(opened.waiting);
    const { first: found, refused } = opened;
    switch (found.kind) {
      case 'nothing':
        return setPhase(nothingToImport(refused));
      case 'bank':
        setPhase({ kind: 'choose' });
        return toBankImport(found.files);
      case 'mails': {
        const mails = startMails(open.memory.current(), found.name, found.mails);
        return show({ kind: 'mails', mails, refused });
      }
      case 'documents':
        return show(documentsPhase(found, opened, reading, open.memory.current()));
      case 'single':
        present.current = found.file;
        return openSingle(found, reading, isStraight);
    }
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
    importRows: (rows) => draft && void writing.importRows(draft, rows),
    changeContacts: (changes) =>
      setPhase((now) =>
        now.kind === 'contacts' ? { kind: 'contacts', contacts: { ...now.contacts, ...changes } } : now,
      ),
    toContacts: () => {
      if (!table) return;
      const { fileName, fileHash, reading } = table;
      guarded(showAnswer(contactsPhase({ fileName, fileHash }, reading)));
    },
    decideMail: (fileHash, changes) =>
      setPhase((now) =>
        now.kind === 'mails' ? { ...now, mails: withDecision(now.mails, fileHash, changes) } : now,
      ),
    importOther: () => void writing.importOther(phase),
    toBank: () => present.current && toBankImport([present.current]),
    readingFailed,
  };
};

import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { planLedgerImportSteps } from '../../../shared/importing/ledger-import.ts';
import type { Command } from '../../../shared/ledger/decision.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { importInvoices } from '../../db/commands/import.ts';
import { importContacts } from '../../db/commands/import-contacts.ts';
import { importFec } from '../../db/commands/import-fec.ts';
import { importMails } from '../../db/commands/import-mail.ts';
import { importLifeCycle } from '../../db/commands/life-cycle.ts';
import { saveImportProfile } from '../../db/commands/settings.ts';
import { type ImportDraft, profileToSave } from './import-draft.ts';
import { mailsToImport, storeMails } from './mail-draft.ts';
import { inSlices } from './plan-in-slices.ts';
import type { WizardPhase } from './wizard-phase.ts';
import { storeCopies, wishOf } from './write-import.ts';

type Stage = Extract<WizardPhase, { kind: 'importing' }>['stage'];

/** Writes what was checked. Each shows how far it is, then the result, or the step it came from when refused. */
export interface ImportWriting {
  readonly importRows: (draft: ImportDraft, rows: InvoiceRows) => Promise<void>;
  /** The contacts, statuses or e-mails of a phase; nothing for another phase. */
  readonly importOther: (phase: WizardPhase) => Promise<void>;
}

/** @param setPhase shows at once; @param show a step with many fields, drawn between two frames */
export const useImportWriting = (
  setPhase: (phase: WizardPhase) => void,
  show: (phase: WizardPhase) => void,
): ImportWriting => {
  const open = useOpenLedger();
  const run = useRun();

  const progress =
    (fileName: string, stage: Stage) =>
    (done: number, all: number): void =>
      setPhase({ kind: 'importing', fileName, stage, done, all });

  const write = async <Wish>(
    fileName: string,
    command: Command<Wish>,
    wish: Wish,
    back: WizardPhase,
  ): Promise<void> => {
    const done = await run(command, wish, { quiet: true, onProgress: progress(fileName, 'rows') });
    show(done ? { kind: 'done', done } : back);
  };

  /** Runs a command that needs no plan beforehand. */
  const writeWhole: typeof write = (fileName, ...rest) => {
    progress(fileName, 'plan')(0, 0);
    return write(fileName, ...rest);
  };

  const importMailsOf = async (back: Extract<WizardPhase, { kind: 'mails' }>): Promise<void> => {
    const { fileName, fileHash } = back.mails;
    const mails = mailsToImport(open.memory.current(), back.mails);
    const onProgress = progress(fileName, 'copies');
    onProgress(0, mails.length);
    const stored = await storeMails(back.mails, mails, onProgress);
    if (!stored.ok) {
      showRefusal(stored.error.message);
      return show(back);
    }
    return writeWhole(fileName, importMails, { fileName, fileHash, mails }, back);
  };

  return {
    importRows: async (draft, rows) => {
      const { fileName, fileHash } = draft;
      const back: WizardPhase = { kind: 'check', draft };
      if (draft.kind === 'fec') {
        const { fec, fillDueDates, termDays, settle, excludeDoubtful, allowOlder } = draft;
        return writeWhole(
          fileName,
          importFec,
          { fileName, fileHash, reading: fec, fillDueDates, termDays, settle, excludeDoubtful, allowOlder },
          back,
        );
      }
      progress(fileName, 'plan')(0, 0);
      const profile = draft.kind === 'table' ? profileToSave(draft, newId) : undefined;
      // Before the plan, which holds for the ledger that it was made of; and the import stays the last action.
      if (profile) await run(saveImportProfile, profile, { quiet: true });
      const ledger = open.memory.current();
      const plan = await inSlices(planLedgerImportSteps(ledger, rows, newId));
      if (!plan) return;
      const copies =
        draft.kind === 'documents' ? await storeCopies(draft, plan, progress(fileName, 'copies')) : undefined;
      if (copies && !copies.ok) {
        showRefusal(copies.error.message);
        return show(back);
      }
      return write(fileName, importInvoices, wishOf(draft, rows, { ledger, plan }, copies?.value), back);
    },
    importOther: async (phase) => {
      switch (phase.kind) {
        case 'mails':
          return importMailsOf(phase);
        case 'contacts': {
          const { fileName, fileHash, contacts, createsClients, choices } = phase.contacts;
          const wish = { fileName, fileHash, rows: contacts.rows, createsClients, choices };
          return writeWhole(fileName, importContacts, wish, phase);
        }
        case 'life-cycle': {
          const { fileName, fileHash, lifeCycle } = phase.lifeCycle;
          return writeWhole(
            fileName,
            importLifeCycle,
            { fileName, fileHash, events: lifeCycle.events },
            phase,
          );
        }
        default:
          return undefined;
      }
    },
  };
};

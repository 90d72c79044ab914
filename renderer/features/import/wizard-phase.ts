import { frenchEInvoiceError } from '../../../shared/importing/e-invoice.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import type { ChosenFile } from '../../application/chosen-file.ts';
import type { CommandDone } from '../../db/run-command.ts';
import type { LinkedDocument } from './document-batch.ts';
import type {
  ContactsDraft,
  DocumentsDraft,
  DraftChanges,
  FecDraft,
  ImportDraft,
  LifeCycleDraft,
  TableDraft,
  UnreadableFile,
} from './import-draft.ts';
import type { MailDecision, MailsDraft } from './mail-draft.ts';
import type { RefusedFile } from './open-files.ts';

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
      readonly draft: DocumentsDraft;
      readonly refused: readonly RefusedFile[];
    }
  | { readonly kind: 'fec'; readonly draft: FecDraft }
  | { readonly kind: 'contacts'; readonly contacts: ContactsDraft }
  | { readonly kind: 'life-cycle'; readonly lifeCycle: LifeCycleDraft }
  | {
      readonly kind: 'mails';
      readonly mails: MailsDraft;
      readonly refused: readonly RefusedFile[];
    }
  | { readonly kind: 'check'; readonly draft: ImportDraft }
  | {
      readonly kind: 'importing';
      readonly fileName: string;
      /** What is being done: planning, keeping copies, writing rows. */
      readonly stage: 'plan' | 'copies' | 'rows';
      readonly done: number;
      readonly all: number;
    }
  | { readonly kind: 'done'; readonly done: CommandDone };

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
  readonly changeContacts: (changes: Partial<Pick<ContactsDraft, 'createsClients' | 'choices'>>) => void;
  /** The list is one of contacts after all. */
  readonly toContacts: () => void;
  readonly decideMail: (fileHash: string, changes: Partial<MailDecision>) => void;
  /** Imports the contacts, statuses or e-mails that are shown. */
  readonly importOther: () => void;
  /** The worker broke: back to the choice of a file, with an explanation. Stable. */
  readonly readingFailed: () => void;
}

/** Back to the choice, with the reason of each file. */
export const nothingToImport = (refused: readonly RefusedFile[]): WizardPhase => {
  const [only, another] = refused;
  return only && !another
    ? { kind: 'choose', message: `«\u00A0${only.name}\u00A0»\u00A0: ${only.message}` }
    : { kind: 'choose', refused };
};

/** A PDF that is neither an invoice nor the copy of one. */
export const withoutInvoice = ({ file }: LinkedDocument): RefusedFile => ({
  name: file.name,
  message: frenchEInvoiceError({ kind: 'no-invoice-in-pdf', attachments: [] }),
});

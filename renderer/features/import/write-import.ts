import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import type { IpcFailure } from '../../../shared/ipc/channel.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { ImportWish } from '../../db/commands/import.ts';
import type { ImportCopies, InvoiceCopy } from '../../db/commands/import-copies.ts';
import { copiesByInvoice, copiesByLine } from './document-batch.ts';
import type { DocumentFile } from './document-reader.ts';
import type { DocumentsDraft, ImportDraft } from './import-draft.ts';

/** Rows of the plan that end up as an invoice of the ledger. */
const importedLines = (plan: ImportPlan): ReadonlySet<number> =>
  new Set(
    [...plan.newInvoices, ...plan.updatedInvoices, ...plan.unchanged, ...plan.closedIgnored].map(
      ({ row }) => row.line,
    ),
  );

/**
 * Puts the PDFs of a batch into the document store, where they get their names by content: those of an import
 * that is not written afterwards belong to nothing and are met again by the next one.
 * @returns fails when the disk takes one of them not, or when it cannot be read again
 */
export const storeCopies = async (
  { batch, reading }: DocumentsDraft,
  plan: ImportPlan,
  onProgress: (done: number, all: number) => void,
): Promise<Result<ImportCopies, IpcFailure>> => {
  const lines = importedLines(plan);
  const wanted = [...copiesByLine(batch)].filter(([line]) => lines.has(line));
  const linked = [...copiesByInvoice(batch)];
  const all = wanted.length + linked.length;
  let done = 0;
  const store = async (file: DocumentFile): Promise<Result<InvoiceCopy, IpcFailure>> => {
    const bytes = await reading.kept(file.hash);
    if (!bytes)
      return fail({
        kind: 'not-read-again',
        message: `«\u00A0${file.name}\u00A0» n’a pas pu être relu. Choisissez les fichiers une nouvelle fois.`,
      });
    const answer = await bridge.documentPut(new Uint8Array(bytes));
    done += 1;
    onProgress(done, all);
    return answer.ok
      ? ok({ hash: answer.value.hash, bytes: file.size, mediaType: 'application/pdf' })
      : answer;
  };
  const byLine = new Map<number, InvoiceCopy>();
  for (const [line, file] of wanted) {
    const copy = await store(file);
    if (!copy.ok) return copy;
    byLine.set(line, copy.value);
  }
  const byInvoice = new Map<string, InvoiceCopy>();
  for (const [invoiceId, file] of linked) {
    const copy = await store(file);
    if (!copy.ok) return copy;
    byInvoice.set(invoiceId, copy.value);
  }
  return ok({ byLine, byInvoice });
};

/** What the command is asked for. */
export const wishOf = (
  draft: ImportDraft,
  rows: InvoiceRows,
  planned: { readonly ledger: Ledger; readonly plan: ImportPlan },
  copies: ImportCopies | undefined,
): ImportWish => ({
  fileName: draft.fileName,
  fileHash: draft.fileHash,
  rows: rows.rows,
  leftOut: rows.leftOut,
  duplicates: rows.duplicates,
  fillDueDates: draft.fillDueDates,
  cancelAsInFile: draft.cancelAsInFile,
  ...(copies && { copies }),
  ...(draft.kind === 'documents' && { fileHashes: draft.fileHashes }),
  planned,
});

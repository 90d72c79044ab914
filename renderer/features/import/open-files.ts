import type { InvoicingCompany } from '../../../shared/importing/e-invoice-row.ts';
import { detectContent, type FileContent } from '../../../shared/importing/file-content.ts';
import { frenchTableError, tableLimits } from '../../../shared/importing/table.ts';
import { type ChosenFile, chosenBytes } from '../../application/chosen-file.ts';
import type { ReadDocument } from './document-reader.ts';
import type { FileReading } from './file-reader.ts';
import type { ReadMail } from './mail-draft.ts';
import { batchLimits } from './meant-files.ts';

/** A file that was left out, and why. */
export interface RefusedFile {
  readonly name: string;
  /** French. */
  readonly message: string;
}

/** What the chosen files come to: what is shown first, and what waits behind it. */
export interface OpenedFiles {
  readonly first:
    | {
        readonly kind: 'single';
        readonly file: ChosenFile;
        readonly fileHash: string;
        readonly content: Exclude<FileContent, { kind: 'e-invoice' | 'zip' | 'bank' | 'e-mail' | 'refused' }>;
      }
    | {
        readonly kind: 'documents';
        readonly name: string;
        readonly fileHashes: readonly string[];
        readonly documents: readonly ReadDocument[];
      }
    | { readonly kind: 'mails'; readonly name: string; readonly mails: readonly ReadMail[] }
    | { readonly kind: 'bank'; readonly files: readonly ChosenFile[] }
    | { readonly kind: 'nothing' };
  readonly waiting: readonly ChosenFile[];
  readonly refused: readonly RefusedFile[];
}

const tooBig = ({ size }: ChosenFile, limit: number): string =>
  frenchTableError({ kind: 'too-big', what: 'bytes', actual: size, limit });

/** Archives and entries of accounting may be larger than lists; each reader has its own limit besides. */
const largestFile = 100 * 1024 * 1024;

const batchName = (files: readonly ChosenFile[]): string => {
  const [first, ...others] = files;
  if (!first || others.length === 0) return first?.name ?? '';
  const folder = /^[^/\\]+(?=[/\\])/.exec(first.name)?.[0];
  return folder !== undefined && others.every(({ name }) => name.startsWith(`${folder}/`))
    ? folder
    : `${files.length} fichiers`;
};

/** Files that were unpacked are taken over, so that they outlive the worker. */
const unpacked = async (
  reading: FileReading,
  documents: readonly ReadDocument[],
): Promise<readonly ChosenFile[]> => {
  const files: ChosenFile[] = [];
  for (const document of documents) {
    if (document.kind !== 'other') continue;
    const bytes = await reading.kept(document.file.hash);
    if (bytes) files.push(chosenBytes(document.file.name, bytes));
  }
  return files;
};

/**
 * Finds out what the chosen files are. Documents are read together; statements go together to the import of
 * the bank; anything else is shown one after the other. Nothing is written.
 * @param onProgress told after each file
 */
export const openFiles = async (
  chosen: readonly ChosenFile[],
  reading: FileReading,
  company: InvoicingCompany,
  onProgress: (done: number, all: number) => void,
): Promise<OpenedFiles> => {
  const refused: RefusedFile[] = [];
  const refuse = (file: ChosenFile, message: string): void => {
    refused.push({ name: file.name, message });
  };
  const total = chosen.reduce((sum, { size }) => sum + size, 0);
  const [only, another] = chosen;
  if (chosen.length > batchLimits.files || (another && total > batchLimits.bytes))
    return {
      first: { kind: 'nothing' },
      waiting: [],
      refused: [
        {
          name: batchName(chosen),
          message: `Cela fait trop de fichiers d’un coup\u00A0: ${batchLimits.files} fichiers et ${batchLimits.bytes / 1_000_000}\u00A0Mo au plus. Importez-les en plusieurs fois.`,
        },
      ],
    };
  const lists: { readonly file: ChosenFile; readonly content: FileContent }[] = [];
  const banks: ChosenFile[] = [];
  const mails: ReadMail[] = [];
  const documents: ReadDocument[] = [];
  const documentFiles: ChosenFile[] = [];
  const fileHashes: string[] = [];
  let single: { readonly fileHash: string; readonly content: FileContent } | undefined;
  let done = 0;
  for (const file of chosen) {
    if (file.size > largestFile) {
      refuse(file, tooBig(file, largestFile));
      continue;
    }
    const bytes = await file.bytes();
    // One file is told in the worker, where it is then read; of many only the first lines are looked at here.
    const opened = another ? undefined : await reading.open(bytes);
    const content = opened ? opened.content : detectContent(bytes);
    if (opened) single = opened;
    if (content.kind === 'refused') refuse(file, content.message);
    else if (content.kind === 'bank') banks.push(file);
    else if (content.kind === 'e-mail') {
      const read = await reading.mail(opened ? await file.bytes() : bytes);
      if (read.mail.problem !== undefined) refuse(file, read.mail.problem);
      else mails.push({ ...read, file });
    } else if (content.kind === 'e-invoice' || content.kind === 'zip') {
      const read = await reading.document(file.name, opened ? await file.bytes() : bytes, company);
      documents.push(...read.documents);
      fileHashes.push(read.fileHash);
      documentFiles.push(file);
    } else if (content.kind === 'table' && file.size > tableLimits.bytes)
      refuse(file, tooBig(file, tableLimits.bytes));
    else lists.push({ file, content });
    done += 1;
    onProgress(done, chosen.length);
  }
  // Chosen again, they are read again: their bytes are not kept here.
  const mailFiles = mails.map(({ file }) => file);
  const fromArchives = await unpacked(reading, documents);
  const others = [...lists.map(({ file }) => file), ...fromArchives];
  const isBatch = documents.some(({ kind }) => kind === 'invoice' || kind === 'pdf');
  if (isBatch)
    return {
      first: { kind: 'documents', name: batchName(documentFiles), fileHashes, documents },
      waiting: [...others, ...mailFiles, ...banks],
      refused,
    };
  for (const document of documents)
    if (document.kind === 'refused') refused.push({ name: document.name, message: document.message });
  if (mails.length > 0)
    return {
      first: { kind: 'mails', name: batchName(mailFiles), mails },
      waiting: [...others, ...banks],
      refused,
    };
  const [list] = lists;
  if (only && !another && single && list) {
    const { content } = list;
    if (
      content.kind !== 'e-invoice' &&
      content.kind !== 'zip' &&
      content.kind !== 'bank' &&
      content.kind !== 'e-mail' &&
      content.kind !== 'refused'
    )
      return {
        first: { kind: 'single', file: only, fileHash: single.fileHash, content },
        waiting: [],
        refused,
      };
  }
  const [next, ...later] = others;
  if (next) {
    // The first of several lists: opened as if it had been chosen alone.
    const rest = await openFiles([next], reading, company, () => undefined);
    return {
      first: rest.first,
      waiting: [...rest.waiting, ...later, ...banks],
      refused: [...refused, ...rest.refused],
    };
  }
  if (banks.length > 0) return { first: { kind: 'bank', files: banks }, waiting: [], refused };
  return { first: { kind: 'nothing' }, waiting: [], refused };
};

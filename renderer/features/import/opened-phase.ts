import { frenchLifeCycleError } from '../../../shared/importing/cdar.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { batchHash } from './batch-hash.ts';
import { documentBatch } from './document-batch.ts';
import type { FileReading } from './file-reader.ts';
import type { UnreadableFile } from './import-draft.ts';
import type { OpenedFiles } from './open-files.ts';
import { nothingToImport, type WizardPhase, withoutInvoice } from './wizard-phase.ts';

/** One file, by the name the user knows it by and its hash. */
export type SingleFile = Pick<UnreadableFile, 'fileName' | 'fileHash'>;

const refusedFile = (fileName: string, message: string): WizardPhase => ({
  kind: 'choose',
  message: `«\u00A0${fileName}\u00A0»\u00A0: ${message}`,
});

/** Invoices and PDFs read together; the reasons, where none of them is an invoice and nothing waits behind. */
export const documentsPhase = (
  { name, fileHashes, documents }: Extract<OpenedFiles['first'], { kind: 'documents' }>,
  { refused, waiting }: Pick<OpenedFiles, 'refused' | 'waiting'>,
  reading: FileReading,
  ledger: Ledger,
): WizardPhase => {
  const batch = documentBatch(documents, ledger);
  const isHopeless = batch.invoices.length === 0 && batch.linked.every(({ link }) => link.kind === 'none');
  if (isHopeless && waiting.length === 0)
    return nothingToImport([...refused, ...batch.refused, ...batch.linked.map(withoutInvoice)]);
  return {
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
  };
};

/** A contact list as it is read; the reason, where it holds no contact. */
export const contactsPhase = async (file: SingleFile, reading: FileReading): Promise<WizardPhase> => {
  const contacts = await reading.contacts();
  const [problem] = contacts.problems;
  if (contacts.rows.length === 0)
    return refusedFile(file.fileName, problem?.message ?? 'aucun contact n’y a été trouvé.');
  return { kind: 'contacts', contacts: { ...file, contacts, createsClients: true, choices: new Map() } };
};

/** Entries of accounting, with the choices that are safe for a first look. */
export const fecPhase = async (
  file: SingleFile,
  reading: FileReading,
  ledger: Ledger,
): Promise<WizardPhase> => {
  const fec = await reading.fec(file.fileName);
  return {
    kind: 'fec',
    draft: {
      ...file,
      kind: 'fec',
      reading,
      fec,
      termDays: settingsOf(ledger, 'reminders').defaultTermDays,
      fillDueDates: true,
      cancelAsInFile: false,
      settle: 'proven',
      excludeDoubtful: true,
      allowOlder: false,
    },
  };
};

/** Statuses of a platform; the reason, where the message cannot be read. */
export const lifeCyclePhase = async (file: SingleFile, reading: FileReading): Promise<WizardPhase> => {
  const read = await reading.lifeCycle();
  return read.ok
    ? { kind: 'life-cycle', lifeCycle: { ...file, lifeCycle: read.value } }
    : refusedFile(file.fileName, frenchLifeCycleError(read.error));
};

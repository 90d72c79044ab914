import { bankCsvGuess, readBankCsv } from '../../../shared/importing/bank-csv.ts';
import {
  bankCsvColumnsFromProfile,
  missingBankCsvTargets,
} from '../../../shared/importing/bank-csv-columns.ts';
import type { BankReading } from '../../../shared/importing/bank-reading.ts';
import { readBankStatement } from '../../../shared/importing/bank-statement.ts';
import type { BankColumnsQuestion, BankFileRead, BankReaderRequest } from './bank-reader-protocol.ts';

const sampleCount = 5;

const questionOf = (bytes: Uint8Array): BankColumnsQuestion | undefined => {
  const guess = bankCsvGuess(bytes);
  if (!guess.ok) return undefined;
  const { table, columns, fingerprint } = guess.value;
  return {
    columns: table.columns.map(({ index, header, samples }) => ({
      index,
      header,
      samples: samples.slice(0, sampleCount),
    })),
    rowCount: table.rows.length,
    proposed: columns,
    fingerprint,
  };
};

/** A warning of that kind beside movements is no question. */
const isUnknown = ({ statements, problems }: BankReading): boolean =>
  statements.length === 0 && problems.some(({ kind }) => kind === 'columns-unknown');

/**
 * Reads one bank file: by its own format, else by the columns that the user chose now or for an earlier file
 * with the same titles. Where no columns are known it comes with the question which they are.
 */
export const readBankFile = ({
  bytes,
  fileName,
  columns,
  profiles,
}: Omit<BankReaderRequest, 'id'>): Omit<BankFileRead, 'fileHash'> => {
  if (columns) return { reading: readBankCsv(bytes, { fileName, columns }) };
  const reading = readBankStatement(bytes, { fileName });
  const question = isUnknown(reading) ? questionOf(bytes) : undefined;
  if (!question) return { reading };
  const profile = profiles.find(({ fingerprint }) => fingerprint === question.fingerprint);
  const saved = profile && bankCsvColumnsFromProfile(profile.mapping, question.columns.length);
  if (saved && missingBankCsvTargets(saved).length === 0) {
    const again = readBankCsv(bytes, { fileName, columns: saved });
    if (!isUnknown(again)) return { reading: again };
  }
  return { reading, question };
};

import { missingTargets } from '../../../shared/importing/column-mapping.ts';
import { frenchTableError, type TableError, type TableOptions } from '../../../shared/importing/table.ts';
import type { ImportProfile } from '../../../shared/ledger/history.ts';
import type { FileReading } from './file-reader.ts';
import { bankProfile, startDraft, type TableDraft, type UnreadableFile } from './import-draft.ts';
import type { WizardPhase } from './wizard-phase.ts';

/** Errors that another delimiter, encoding or line of titles may cure. */
const isCurable = ({ kind }: TableError): boolean =>
  kind === 'not-tabular' || kind === 'header-row-not-found' || kind === 'no-rows';

/** The user's choices survive that his list is read again, as long as it is still the same list. */
const withFormerChoices = (draft: TableDraft, former: TableDraft | undefined): TableDraft => {
  const isSameList =
    former?.table.suggestion.fingerprint === draft.table.suggestion.fingerprint &&
    former.table.sheet === draft.table.sheet;
  if (!isSameList) return draft;
  const { mapping, formats, profileName } = former;
  return { ...draft, mapping, formats, profileName };
};

/** A list to read, and how. */
export interface TableToRead {
  readonly file: Pick<UnreadableFile, 'fileName' | 'fileHash'>;
  readonly reading: FileReading;
  readonly options: TableOptions;
  /** How it was read before; undefined at the first reading. */
  readonly former: TableDraft | undefined;
  /** A known profile needs no look at the columns. */
  readonly isStraight: boolean;
  readonly profiles: readonly ImportProfile[];
  /** No newer question was asked meanwhile. */
  readonly isWanted: () => boolean;
}

/**
 * Reads a list and finds out what is shown of it: its columns, the check, or why it cannot be read.
 * @returns `bank` where the user said of such titles before that they are those of his bank; undefined where
 *   the answer is not wanted any more
 */
export const tablePhase = async (asked: TableToRead): Promise<WizardPhase | 'bank' | undefined> => {
  const { file, reading, options, former, isStraight, profiles, isWanted } = asked;
  const table = await reading.table(options);
  if (!isWanted()) return undefined;
  if (table.ok) {
    const draft = startDraft({ ...file, reading, options, table: table.value }, profiles);
    const isBank = bankProfile(profiles, draft.table.suggestion.fingerprint) !== undefined;
    if (!former && !draft.profile && isBank) return 'bank';
    if (isStraight && draft.profile && missingTargets(draft.mapping).length === 0)
      return { kind: 'check', draft };
    return { kind: 'columns', draft: withFormerChoices(draft, former) };
  }
  const message = frenchTableError(table.error);
  // The worker holds no table now: what is on the screen must be what it would import.
  if (former) {
    await reading.table(former.options);
    return isWanted() ? { kind: 'columns', draft: former, message } : undefined;
  }
  const unreadable = { ...file, error: table.error, options };
  return {
    kind: 'choose',
    message,
    unreadable: isCurable(table.error) ? { ...unreadable, reading } : unreadable,
  };
};

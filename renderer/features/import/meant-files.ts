import type { ChosenFile } from '../../application/chosen-file.ts';

/** What systems keep in folders beside the files of the user. */
const litter = /(^|[\\/])(\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX[\\/])/i;

/** The files that the user means: hidden ones and those of the system are none. */
export const meantFiles = (files: readonly ChosenFile[]): readonly ChosenFile[] =>
  files.filter(({ name }) => !litter.test(name));

/** What a batch may hold; a whole disk dropped by mistake is told, not read. */
export const batchLimits = { files: 3000, bytes: 500_000_000 };

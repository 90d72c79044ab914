import type { ChosenFile } from './chosen-file.ts';

/** Files that another screen hands to the import. */
export interface HandedFiles {
  readonly files: readonly ChosenFile[];
  /** A known profile goes straight to the check, without a look at the columns. */
  readonly isStraight: boolean;
}

let handed: HandedFiles | undefined;
const listeners = new Set<() => void>();

/** Hands files over: call it, then go to `places.import`. */
export const handImportFiles = (files: HandedFiles): void => {
  handed = files;
  for (const listener of listeners) listener();
};

/** The files handed over, once. */
export const takeHandedFiles = (): HandedFiles | undefined => {
  const files = handed;
  handed = undefined;
  return files;
};

/** Tells a screen that is shown already. */
export const onHandedFiles = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

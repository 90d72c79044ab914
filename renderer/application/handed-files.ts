import type { ChosenFile } from './chosen-file.ts';

/** Files that one screen leaves for another. */
export interface HandedFiles {
  /** Leaves files: call it, then go to the place of the screen that takes them. */
  readonly hand: (files: readonly ChosenFile[]) => void;
  /** All files left, in their order, once. */
  readonly take: () => readonly ChosenFile[];
  /** Tells a screen that stands open already; the answer ends it. */
  readonly onHanded: (listener: () => void) => () => void;
}

/** A place to leave files for one screen. */
export const createHandedFiles = (): HandedFiles => {
  let handed: readonly ChosenFile[] = [];
  const listeners = new Set<() => void>();
  return {
    hand: (files) => {
      handed = [...handed, ...files];
      for (const listener of listeners) listener();
    },
    take: () => {
      const files = handed;
      handed = [];
      return files;
    },
    onHanded: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** For the import of invoices, contacts and e-mails, `places.import`. */
export const handedToImport = createHandedFiles();

/** For the import of statements, `places.bankImport`. */
export const handedToBankImport = createHandedFiles();

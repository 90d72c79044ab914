/** A file as it is dropped, picked or handed over by another screen; its bytes are fetched when it is read. */
export interface BankFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

let handed: readonly BankFile[] = [];
const listeners = new Set<() => void>();

/** Hands files to the import of statements: call it, then go to `places.bankImport`. */
export const handBankFiles = (files: readonly BankFile[]): void => {
  handed = [...handed, ...files];
  for (const listener of listeners) listener();
};

/** Tells the import, where it stands open already, that files were handed over. */
export const onHandedFiles = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The files handed over, once. */
export const takeHandedFiles = (): readonly BankFile[] => {
  const files = handed;
  handed = [];
  return files;
};

/** A file of the browser. */
export const bankFileOf = (file: File): BankFile => ({
  name: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

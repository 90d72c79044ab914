/** A file as it is dropped, picked, pasted or found; its bytes are only fetched when its size is bearable. */
export interface ChosenFile {
  /** With the folders below the one that was chosen. */
  readonly name: string;
  readonly size: number;
  /** A copy of its own at every call: who gets it may give it away. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** A file of the browser. */
export const chosenFileOf = (file: File): ChosenFile => ({
  // A folder tells where in it the file lies; a single file has an empty path.
  name: file.webkitRelativePath || file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** Bytes that are there already. */
export const chosenBytes = (name: string, bytes: Uint8Array): ChosenFile => ({
  name,
  size: bytes.length,
  bytes: () => Promise.resolve(bytes.slice()),
});

/** What systems keep in folders beside the files of the user. */
const litter = /(^|[\\/])(\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX[\\/])/i;

/** The files that the user means: hidden ones and those of the system are none. */
export const meantFiles = (files: readonly ChosenFile[]): readonly ChosenFile[] =>
  files.filter(({ name }) => !litter.test(name));

/** What a batch may hold; a whole disk dropped by mistake is told, not read. */
export const batchLimits = { files: 3000, bytes: 500_000_000 };

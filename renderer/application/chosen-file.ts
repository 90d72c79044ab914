/** A file as it is dropped, picked, pasted or found; its bytes are only fetched when its size is bearable. */
export interface ChosenFile {
  /** With the folders below the one that was chosen. */
  readonly name: string;
  /** Bytes. */
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

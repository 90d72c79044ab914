import { crc32 } from '../../shared/importing/crc32.ts';

/** An entry as an attacker writes it: nothing has to agree with anything. */
export interface HostileEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method?: number;
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  /** Where the directory says that its header stands; where it does, unless told. */
  readonly headerAt?: number;
}

const record = (length: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** A ZIP file with exactly what is asked for. */
export const writeHostileZip = (
  entries: readonly HostileEntry[],
  declaredCount = entries.length,
): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const size = entry.declaredSize ?? entry.packed.length;
    const crc = entry.crc ?? crc32(entry.packed);
    const header = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(8, entry.method ?? 0, true);
      view.setUint32(14, crc, true);
      view.setUint32(18, entry.packed.length, true);
      view.setUint32(22, size, true);
      view.setUint16(26, name.length, true);
    });
    directory.push(
      record(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, entry.madeBy ?? 20, true);
        view.setUint16(8, entry.flags ?? 0x800, true);
        view.setUint16(10, entry.method ?? 0, true);
        view.setUint32(16, crc, true);
        view.setUint32(20, entry.packed.length, true);
        view.setUint32(24, size, true);
        view.setUint16(28, name.length, true);
        view.setUint32(38, entry.attributes ?? 0, true);
        view.setUint32(42, entry.headerAt ?? offset, true);
      }),
      name,
    );
    parts.push(header, name, entry.packed);
    offset += header.length + name.length + entry.packed.length;
  }
  const directorySize = directory.reduce((length, part) => length + part.length, 0);
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, declaredCount, true);
    view.setUint16(10, declaredCount, true);
    view.setUint32(12, directorySize, true);
    view.setUint32(16, offset, true);
  });
  return joined([...parts, ...directory, end]);
};

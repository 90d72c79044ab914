import { deflateSync } from 'node:zlib';

const chunk = (name: string, body: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
};

/** A PNG of one colour with alpha; its parts can be spoilt. */
export const pngFile = (
  width: number,
  height: number,
  spoil: { readonly data?: Uint8Array; readonly interlace?: number; readonly statedHeight?: number } = {},
): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(spoil.statedHeight ?? height, 4);
  header.set([8, 6, 0, 0, spoil.interlace ?? 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 4, Buffer.from([27, 58, 107, 200]))]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', spoil.data ?? deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

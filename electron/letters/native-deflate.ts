import { deflateSync } from 'node:zlib';
import { PDFFlateStream, PDFName } from '@cantoo/pdf-lib';

const filter = PDFName.of('Filter');

let isNative = false;

/** Has pdf-lib pack what it writes with Node's zlib: its own is JavaScript, and several times as slow. */
export const packNatively = (): void => {
  if (isNative) return;
  isNative = true;
  const packed = new WeakMap<PDFFlateStream, Uint8Array>();
  const contentsOf = (stream: PDFFlateStream): Uint8Array => {
    const known = packed.get(stream);
    if (known) return known;
    const plain = stream.getUnencodedContents();
    // Named in its dictionary by the stream itself where it is to be packed.
    const contents = stream.dict.has(filter) ? deflateSync(plain) : plain;
    packed.set(stream, contents);
    return contents;
  };
  PDFFlateStream.prototype.getContents = function (this: PDFFlateStream) {
    return contentsOf(this);
  };
  PDFFlateStream.prototype.getContentsSize = function (this: PDFFlateStream) {
    return contentsOf(this).length;
  };
};

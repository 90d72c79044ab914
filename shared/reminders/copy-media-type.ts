import type { Invoice } from '../ledger/invoice.ts';

type CopyMediaType = NonNullable<Invoice['documentMediaType']>;

const signatures: readonly (readonly [CopyMediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** What a copy of an invoice is by its first bytes, whatever its name says; undefined where a client could not open it. */
export const copyMediaType = (bytes: Uint8Array): CopyMediaType | undefined =>
  signatures.find(([, signature]) => signature.every((value, index) => bytes[index] === value))?.[0];

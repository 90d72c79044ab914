import { encode } from 'uqr';
import type { QrMatrix } from '../../shared/letters/qr-modules.ts';
import { epcSymbol } from '../../shared/letters/sepa-qr.ts';

/** What version 13 holds at level M (EPC069-12). */
const mostBytes = 331;

/** A SEPA payload as QR code: level M exactly, version 13 at most. Undefined when it does not fit. */
export const qrMatrix = (payload: string): QrMatrix | undefined =>
  Buffer.byteLength(payload, 'utf8') > mostBytes
    ? undefined
    : encode(payload, {
        ecc: epcSymbol.errorCorrection,
        boostEcc: false,
        border: 0,
        maxVersion: epcSymbol.maximumVersion,
      }).data;

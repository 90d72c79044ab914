import type { PrintOffset, PrintSetup } from '../ipc/print-contract.ts';
import type { LetterLayout } from './letter-document.ts';
import { type AddressModel, envelopes, type WindowEnvelope } from './window-geometry.ts';

/** Key of the offsets for what the system's dialog prints: the printer is not known before. */
export const dialogPrinter = '';

/** A PC on which nothing was chosen yet. */
export const defaultPrintSetup: PrintSetup = {
  envelope: 'DL',
  foldMarks: true,
  duplex: false,
  order: 'postcode',
  fileCopies: false,
  offsets: {},
};

/** Measures that « own » starts from. */
export const ownEnvelopeOf = (setup: PrintSetup): WindowEnvelope =>
  setup.ownEnvelope ?? envelopes[setup.envelope === 'C5' ? 'C5' : 'DL'];

/** The envelope chosen; DL where its own measures are not there. */
export const envelopeModelOf = (setup: PrintSetup): AddressModel =>
  setup.envelope === 'own' ? (setup.ownEnvelope ?? 'DL') : setup.envelope;

const none: PrintOffset = { xMm: 0, yMm: 0 };

/** Offsets of the printer that prints by itself, or of the dialog. */
export const offsetOf = (setup: PrintSetup): PrintOffset =>
  setup.offsets[setup.printer ?? dialogPrinter] ?? none;

/** The setup with other offsets for its printer. */
export const withOffset = (setup: PrintSetup, offset: PrintOffset): PrintSetup => ({
  ...setup,
  offsets: { ...setup.offsets, [setup.printer ?? dialogPrinter]: offset },
});

/** How letters are laid out on this PC. */
export const layoutOf = (setup: PrintSetup): LetterLayout => {
  const { xMm, yMm } = offsetOf(setup);
  return {
    addressModel: envelopeModelOf(setup),
    offsetXmm: xMm,
    offsetYmm: yMm,
    duplex: setup.duplex,
    foldMarks: setup.foldMarks,
  };
};

import type { LetterModel } from '../ipc/letter-contract.ts';
import { printableBlock, textsOfBlock } from './kinds/printable-blocks.ts';
import { printableInvoice } from './printable-statement.ts';
import { printableParagraph, printableText, unprintableCharacters } from './printable-text.ts';

const each = (texts: readonly string[]): string[] => texts.map(printableText);

/** The letter with every text as the fonts can set it; figures, days, hashes and the QR payload untouched. */
export const printableModel = (model: LetterModel): LetterModel => ({
  ...model,
  trackingNumber: model.trackingNumber === undefined ? undefined : printableText(model.trackingNumber),
  sender: {
    ...model.sender,
    name: printableText(model.sender.name),
    lines: each(model.sender.lines),
    legalLine: printableText(model.sender.legalLine),
    phone: printableText(model.sender.phone),
    email: printableText(model.sender.email),
    signatoryName: printableText(model.sender.signatoryName),
    signatoryCapacity: printableText(model.sender.signatoryCapacity),
    place: printableText(model.sender.place),
  },
  recipient: { lines: each(model.recipient.lines).filter((line) => line.trim() !== '') },
  subject: printableText(model.subject),
  paragraphsBefore: model.paragraphsBefore.map(printableParagraph),
  paragraphsAfter: model.paragraphsAfter.map(printableParagraph),
  table: model.table.map((row) => ({
    ...row,
    number: printableText(row.number),
    ...(row.orderReference === undefined ? {} : { orderReference: printableText(row.orderReference) }),
  })),
  totals: {
    ...model.totals,
    ...(model.totals.creditNumbers === undefined ? {} : { creditNumbers: each(model.totals.creditNumbers) }),
  },
  annex: model.annex.map(printableInvoice),
  ...(model.blocks === undefined ? {} : { blocks: model.blocks.map(printableBlock) }),
  ...(model.countersignature === undefined
    ? {}
    : {
        countersignature: {
          title: printableText(model.countersignature.title),
          lines: each(model.countersignature.lines),
          ...(model.countersignature.handwritten === undefined
            ? {}
            : { handwritten: printableText(model.countersignature.handwritten) }),
        },
      }),
  payment: {
    ...model.payment,
    iban: printableText(model.payment.iban),
    bic: printableText(model.payment.bic),
    holder: printableText(model.payment.holder),
    reference: printableText(model.payment.reference),
    ...(model.payment.chequeOrder === undefined
      ? {}
      : { chequeOrder: printableText(model.payment.chequeOrder) }),
  },
  enclosures: each(model.enclosures),
  legalReferences: printableParagraph(model.legalReferences),
});

/** Characters of a letter that would be printed as « ? », each once. */
export const unprintableInLetter = (model: LetterModel): readonly string[] => [
  ...new Set(
    [
      ...Object.values(model.sender).flatMap((value) => (value === undefined ? [] : value)),
      ...model.recipient.lines,
      model.subject,
      ...model.paragraphsBefore,
      ...model.paragraphsAfter,
      ...model.table.flatMap(({ number, orderReference = '' }) => [number, orderReference]),
      ...(model.totals.creditNumbers ?? []),
      ...(model.blocks ?? []).flatMap(textsOfBlock),
      ...(model.payment.chequeOrder === undefined ? [] : [model.payment.chequeOrder]),
      model.payment.holder,
      model.payment.reference,
      ...model.enclosures,
    ].flatMap(unprintableCharacters),
  ),
];

import type { LetterDocument, ProofRole } from '../letter-document.ts';
import { day, hash, shapeOf, text, wordOf } from './row-shape.ts';

/** A document of a letter; older rows have neither role nor day. */
export const letterDocumentSchema = shapeOf<LetterDocument>({
  hash,
  name: text,
  mediaType: text,
  role: wordOf<ProofRole>({
    deposit: true,
    receipt: true,
    'deposit-and-receipt': true,
    returned: true,
    'tracking-page': true,
    'provider-proof': true,
    discharge: true,
    'bailiff-act': true,
    other: true,
  }).optional(),
  attachedOn: day.optional(),
});

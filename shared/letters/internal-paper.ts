import type { Day } from '../dates/day.ts';
import type { LetterBlock } from '../ipc/letter-block.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { senderOf } from './company-lines.ts';

/** A text on the company's paper that claims nothing: for colleagues, for a mediator. */
export const internalPaper = (
  company: CompanySettings,
  paper: {
    /** Names the PDF of it. */
    readonly id: string;
    readonly writtenOn: Day;
    /** To whom, as on an envelope; 1 to 6 lines. */
    readonly recipient: readonly string[];
    readonly subject: string;
    /** At most 30 before the figures and 30 after. */
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly blocks?: readonly LetterBlock[];
    readonly enclosures?: readonly string[];
  },
): LetterModel => ({
  reminderId: paper.id,
  kind: 'correspondence',
  registered: false,
  duplicate: false,
  writtenOn: paper.writtenOn,
  sender: senderOf(company),
  recipient: { lines: [...paper.recipient] },
  subject: paper.subject.slice(0, 400),
  paragraphsBefore: paper.before.slice(0, 30).map((text) => text.slice(0, 5000)),
  paragraphsAfter: paper.after.slice(0, 30).map((text) => text.slice(0, 5000)),
  table: [],
  ...(paper.blocks === undefined || paper.blocks.length === 0 ? {} : { blocks: [...paper.blocks] }),
  totals: {
    principalCents: 0,
    interestCents: 0,
    indemnityCents: 0,
    creditsCents: 0,
    totalCents: 0,
    dailyInterestCents: 0,
  },
  showsPenalties: false,
  annex: [],
  payment: { iban: '', bic: '', holder: '', reference: '' },
  withoutPayment: true,
  withoutEnvelope: true,
  enclosures: (paper.enclosures ?? []).slice(0, 50).map((text) => text.slice(0, 300)),
  legalReferences: '',
});

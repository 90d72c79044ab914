import { clientClaims } from '../claims/ledger-claims.ts';
import type { Day } from '../dates/day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from '../reminders/reminder.ts';
import type { DunningLevel } from '../reminders/scenario.ts';
import { fail, type Result } from '../result.ts';
import type { LetterFailure } from './letter-failure.ts';
import { letterLinesOf } from './letter-lines-of-ledger.ts';
import { buildLetterModel, type LetterInput } from './letter-model.ts';
import { letterText } from './letter-text.ts';

/** How a level is set on paper. */
export const letterKindOf = (level: DunningLevel): LetterInput['kind'] =>
  level === 'formal-notice' || level === 'last-notice' ? level : 'reminder';

/**
 * The letter of a reminder as it would be printed on a day: the text as approved, the figures (interest up
 * to that day, indemnities, totals) computed from the ledger as the user decided to claim them. Only a formal notice
 * and what follows it claim interest and indemnities: a reminder on paper asks for the sum that its text names,
 * as the same reminder by e-mail does.
 * @param options `chargesWaived`: the principal alone, whatever the level.
 * @returns the model, or a failure in French that says what to fix.
 */
export const letterOfReminder = (
  ledger: Ledger,
  reminder: Reminder,
  writtenOn: Day,
  { chargesWaived = false }: { readonly chargesWaived?: boolean } = {},
): Result<LetterModel, LetterFailure | { readonly kind: 'no-client'; readonly message: string }> => {
  const client = ledger.clients.get(reminder.clientId);
  if (client === undefined)
    return fail({ kind: 'no-client', message: 'Ce client n’est plus dans vos données.' });
  const claims = clientClaims(ledger, client, writtenOn);
  const kind = letterKindOf(reminder.level);
  const claimsCharges = kind !== 'reminder' && !chargesWaived;
  return buildLetterModel({
    reminderId: reminder.id,
    kind,
    registered: reminder.channel === 'registered-letter',
    duplicate: false,
    ...(kind === 'reminder' && reminder.language === 'en' ? { language: 'en' } : {}),
    company: settingsOf(ledger, 'company'),
    client,
    attention: reminder.recipientName,
    subject: reminder.subject,
    text: letterText(reminder.body),
    lines: letterLinesOf(ledger, claims, reminder.lines),
    asOf: writtenOn,
    deadlineOn: reminder.deadlineOn,
    claim: { penalties: claimsCharges, indemnity: claimsCharges },
    minimumIndemnityCents: claims.basis.minimumIndemnityCents,
    parameters: claims.basis.parameters,
  });
};

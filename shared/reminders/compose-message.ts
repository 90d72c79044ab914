import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fail, type Result } from '../result.ts';
import type { Proposal } from './proposal.ts';
import type { TemplateFailure } from './render-template.ts';

/** A message ready to be shown and approved. */
export interface ComposedMessage {
  readonly subject: string;
  readonly body: string;
  readonly recipientEmail?: string | undefined;
  readonly recipientName?: string | undefined;
  readonly deadlineOn?: Day | undefined;
}

/** `message` is French and says what to fix. */
export type ComposeFailure =
  | TemplateFailure
  | {
      readonly kind: 'no-recipient' | 'no-address' | 'no-template' | 'unknown-client';
      readonly message: string;
    };

/** Text and recipient of a proposal. */
export const composeMessage = (
  _ledger: Ledger,
  _proposal: Proposal,
  _today: Day,
): Result<ComposedMessage, ComposeFailure> => fail({ kind: 'no-template', message: 'Modèle introuvable.' });

import type { Day } from '../dates/day.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Cents } from '../money/cents.ts';
import type { DunningLevel, DunningStep, ReminderChannel, Scenario } from './scenario.ts';

/** An invoice in a proposed message, with the step that the message does for it. */
export interface ProposalLine {
  readonly invoice: Invoice;
  readonly step: DunningStep;
  /** What the message claims: the balance less what is contested and less credits not yet allocated. */
  readonly remainingCents: Cents;
  /** Contested part left out of the claim; 0 where nothing is. */
  readonly disputedCents: Cents;
  /** Part covered by money or credit notes that are not yet allocated; 0 where nothing is. */
  readonly creditedCents: Cents;
  /** Calendar days since the due date; negative before it. */
  readonly daysLate: number;
  /** Scenario of the step, where the invoice follows another than the message as a whole. */
  readonly scenarioId?: string | undefined;
}

/** One message to one client that is due today and that nobody has approved yet. */
export interface Proposal {
  /** {@link import('./reminder-id.ts').reminderId}: planning twice gives the same one. */
  readonly id: string;
  readonly clientId: string;
  readonly scenario: Scenario;
  /** Highest step among the lines: template, tone and time granted come from it. */
  readonly step: DunningStep;
  /**
   * Channel of the step; `letter` for an e-mail step of a client that has an address and no e-mail; `call` or
   * `letter` after as many automatic e-mails as the scenario allows.
   */
  readonly channel: ReminderChannel;
  /** Other channels in writing that approving uses too; calls and text messages follow by themselves. */
  readonly alsoBy?: readonly ReminderChannel[] | undefined;
  /** Id of the message that this one goes with: the call or text message of a step that was done. */
  readonly companionOf?: string | undefined;
  readonly level: DunningLevel;
  /** Oldest due date first; one currency only. */
  readonly lines: readonly ProposalLine[];
  /** Sum of what the lines claim. */
  readonly totalCents: Cents;
  readonly currency: string;
  /** Latest planned day among the lines, on or before today. */
  readonly plannedOn: Day;
  /** First day on which a step that this message catches up could have left, where that was before today. */
  readonly missedSince?: Day | undefined;
  /** Steps that this one message stands for; more than the lines when some were superseded. */
  readonly stepCount: number;
  /** True when the automatic mode may approve it today without the user. */
  readonly automatic: boolean;
  /** An invoice that entered the ledger already late: the user decides where to begin. */
  readonly firstTime: boolean;
  /** 1, or more after a message that was refused or taken back. */
  readonly attempt: number;
  /** « Pourquoi maintenant », one French sentence. */
  readonly reason: string;
  /** French sentences to show beside the message: credits to allocate, contested part… */
  readonly warnings: readonly string[];
}

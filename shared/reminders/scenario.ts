import type { ClientSegment, ContactRole } from '../ledger/client.ts';

/** How hard a step speaks; also the order of the ladder. */
export type DunningLevel = 'courtesy' | 'friendly' | 'firm' | 'formal-notice' | 'last-notice';

export type ReminderChannel = 'email' | 'letter' | 'registered-letter' | 'call' | 'sms';

/** What the delay of a step counts from; the day on which the step before it was done is known only then. */
export type StepAnchor = 'due-date' | 'previous-step';

/** The same step again while nothing is paid. */
export interface StepRepeat {
  /** Days from one to the next, 1 to 365. */
  readonly everyDays: number;
  /** How many more after the first, 1 to 12. */
  readonly times: number;
}

/** What follows when enough messages left without anybody looking. */
export interface Escalation {
  /** Number of automatic e-mails about one invoice, 1 to 20. */
  readonly afterAutomatic: number;
  /** `decision`: a task for the user, nothing is proposed. */
  readonly to: 'call' | 'letter' | 'decision';
}

/** One rung of the ladder. */
export interface DunningStep {
  readonly id: string;
  /** Days after the anchor; negative = before the due date. */
  readonly delayDays: number;
  /** The due date where undefined. */
  readonly anchor?: StepAnchor | undefined;
  /** Other channels used together with the first; the step is done when the first is. */
  readonly alsoBy?: readonly ReminderChannel[] | undefined;
  readonly repeat?: StepRepeat | undefined;
  readonly level: DunningLevel;
  readonly channel: ReminderChannel;
  readonly templateId: string;
  /** Role whose address is used; falls back to any contact with one. */
  readonly recipientRole: ContactRole;
  /** Days granted to pay; the next step cannot fire before they are over. 0 to 60. */
  readonly grantedDays: number;
}

/** A dunning ladder. Steps are kept in the order of their delay. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** `to-approve`: nothing leaves without a click. Formal and last notices always need one. */
  readonly mode: 'to-approve' | 'automatic';
  readonly steps: readonly DunningStep[];
  /** Segments of clients for which it is chosen by itself, where neither client nor invoice names another. */
  readonly segments?: readonly ClientSegment[] | undefined;
  readonly escalation?: Escalation | undefined;
}

export const defaultScenarioId = 'default';

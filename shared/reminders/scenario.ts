import type { ContactRole } from '../ledger/client.ts';

/** How hard a step speaks; also the order of the ladder. */
export type DunningLevel = 'courtesy' | 'friendly' | 'firm' | 'formal-notice' | 'last-notice';

export type ReminderChannel = 'email' | 'letter' | 'registered-letter' | 'call';

/** One rung of the ladder. */
export interface DunningStep {
  readonly id: string;
  /** Days after the due date; negative = before. */
  readonly delayDays: number;
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
}

export const defaultScenarioId = 'default';

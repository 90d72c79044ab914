import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { DeliveryCause } from './delivery-cause.ts';

/** What an e-mail that reached the user's mailbox is. */
export type ReturnedMailKind =
  /** A mail server could not deliver (RFC 3464, or free text). */
  | 'bounce'
  /** A mail server could not deliver yet and goes on trying: nothing is to be sent again. */
  | 'delay'
  /** A machine answered for the recipient (RFC 3834), or says that he opened the message (RFC 8098). */
  | 'auto-reply'
  /** The recipient called the message unwanted (RFC 5965). */
  | 'complaint'
  /** A person answered. */
  | 'reply'
  | 'other';

/**
 * How long the cause lasts. `not-the-address`: refused for good, but for what the message is or where it comes
 * from; the address may be right.
 */
export type Permanence = 'permanent' | 'temporary' | 'not-the-address';

/** A recipient that a server speaks of; of an answer, its sender. */
export interface ReturnedRecipient {
  /** One plain address, domain in lower case. */
  readonly address: string;
  /** The address that was written to, where the server sent it on to another. */
  readonly originalAddress?: string | undefined;
  /** `failed`, `delayed`… (RFC 3464 2.3.3), lower case, where a server said it. */
  readonly action?: string | undefined;
  /** Enhanced status code « 5.1.1 » (RFC 3463), without its comment. */
  readonly status?: string | undefined;
  /** The words of the server, without their type, at most 1,000 characters. */
  readonly diagnostic?: string | undefined;
  /** Host that refused. */
  readonly remoteHost?: string | undefined;
  /** Of a bounce or a delay. */
  readonly permanence?: Permanence | undefined;
  readonly cause?: DeliveryCause | undefined;
  /** What it means, French; of a bounce or a delay. */
  readonly meaning?: string | undefined;
}

export interface ReturnedMail {
  readonly kind: ReturnedMailKind;
  /** At most 100, each address once. */
  readonly recipients: readonly ReturnedRecipient[];
  /** What it is, French, one sentence. */
  readonly meaning: string;
  /** Decoded; empty where there is none. */
  readonly subject: string;
  readonly from?: { readonly name: string; readonly address: string } | undefined;
  /** Day of its date in France. */
  readonly day?: Day | undefined;
  /** The date that its header gives. */
  readonly sentAt?: Instant | undefined;
  /** Its own Message-ID, with its brackets. */
  readonly messageId?: string | undefined;
  /** Message-IDs that it answers or brings back, with their brackets, the nearest first; at most 50. */
  readonly originalMessageIds: readonly string[];
  /** What was written, without the message that it quotes; at most 4,000 characters. */
  readonly text: string;
  /** French: why it could not be read, or not whole. `kind` is `other` then. */
  readonly problem?: string | undefined;
}

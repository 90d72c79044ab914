/** Who a message goes from and to, as the server is told: plain addresses, exactly one recipient. */
export interface Envelope {
  /** Empty where the user's own mail program fills it in. */
  readonly from: string;
  readonly to: string;
}

/** A message as it was stored before anything was sent. */
export interface OutgoingMessage {
  readonly key: string;
  readonly messageId: string;
  readonly envelope: Envelope;
  readonly toName: string;
  readonly subject: string;
  /** Raw MIME bytes. */
  readonly bytes: Uint8Array;
}

/** How far a try came before it failed, in the order of a dialogue. */
export type DeliveryPhase =
  | 'settings'
  | 'dns'
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'tls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'content'
  | 'final-reply'
  | 'file';

export interface DeliveryFailure {
  readonly kind: 'failed';
  readonly phase: DeliveryPhase;
  /** True only with proof: a refusal in the server's words, or no byte of the content handed over. */
  readonly certainlyNotSent: boolean;
  /** The same message would be refused again (5xx). */
  readonly permanent: boolean;
  /** The next message would meet the same: server, connection or password, not this message. */
  readonly serverUnavailable: boolean;
  /** French, one or two sentences, with the server's own words quoted. */
  readonly explanation: string;
}

export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly serverReply: string }
  | { readonly kind: 'exported'; readonly fileName: string }
  | DeliveryFailure;

export type PreparedDelivery =
  /** Must not leave under the present settings (French reason): test mode was turned on since. */
  | { readonly kind: 'drop'; readonly reason: string }
  | { readonly kind: 'ready'; readonly deliver: (message: OutgoingMessage) => Promise<DeliveryOutcome> };

/** The way out. Settings are read at `prepare`, and `deliver` keeps to what was read. */
export interface MailTransport {
  prepare(envelope: Envelope): Promise<PreparedDelivery>;
  /** Nothing more to send for now: connections may be closed. */
  rest(): void;
}

const steps = [
  'eml',
  'intent',
  'attempt',
  'connect',
  /** The server asks for the content; all of it was handed over. */
  'data',
  /** The line that makes a content a message (RFC 5321 4.1.1.4). */
  'final-dot',
  /** The server’s answer is heard; and understood. */
  '250',
  'result',
  'acknowledge',
] as const;

/** Places where a crash test ends the process: before and after every act that leaves a trace. */
export type FailpointName = `${'before' | 'after'}-${(typeof steps)[number]}`;

export const failpointNames: readonly FailpointName[] = steps.flatMap((step) => [
  `before-${step}` as const,
  `after-${step}` as const,
]);

export type Failpoint = (name: FailpointName) => void;

/** Those on the way of one message through the server. */
export type SendingFailpoint = Extract<FailpointName, `${string}-${'data' | 'final-dot' | '250'}`>;

/** In the application nothing happens there. */
export const noFailpoint: Failpoint = () => undefined;

type Step = 'eml' | 'intent' | 'attempt' | 'connect' | 'data' | 'result' | 'acknowledge';

/** Places where a crash test ends the process: before and after every act that leaves a trace. */
export type FailpointName = `${'before' | 'after'}-${Step}`;

export const failpointNames: readonly FailpointName[] = (
  ['eml', 'intent', 'attempt', 'connect', 'data', 'result', 'acknowledge'] as const
).flatMap((step) => [`before-${step}`, `after-${step}`] as const);

export type Failpoint = (name: FailpointName) => void;

/** In the application nothing happens there. */
export const noFailpoint: Failpoint = () => undefined;

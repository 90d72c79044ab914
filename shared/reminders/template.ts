import type { Instant } from '../dates/clock.ts';

/** Text of an e-mail or letter in Liquid, restricted to the listed fields (template-fields.ts). */
export interface MessageTemplate {
  readonly id: string;
  readonly name: string;
  /** Subject of the e-mail or object line of the letter. */
  readonly subject: string;
  /** Plain text with `{{ fields }}`; blank lines separate paragraphs. */
  readonly body: string;
  readonly updatedAt: Instant;
}

/** What « Vérifier le journal » found: the chain is whole up to `lastHash`. */
export interface VerifiedJournal {
  /** Changes, the header not counted. */
  readonly changes: number;
  readonly lastHash: string;
  /** Instant of the last change; undefined for an empty journal. */
  readonly lastAt?: string | undefined;
  readonly bytes: number;
}

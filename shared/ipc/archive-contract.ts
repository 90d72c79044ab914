/** What an archive holds, shown before anything is replaced by it. */
export interface ArchiveSummary {
  readonly fileName: string;
  /** Size of the file. */
  readonly bytes: number;
  /** When it was made. */
  readonly at: string;
  /** Name of the company; may be empty. */
  readonly company: string;
  readonly clients: number;
  /** Credit notes among them. */
  readonly invoices: number;
  readonly payments: number;
  readonly reminders: number;
  readonly bankLines: number;
  readonly documents: number;
  /** Documents that were missing already on the PC that made it. */
  readonly missingDocuments: number;
  /** Entries of the journal. */
  readonly changes: number;
}

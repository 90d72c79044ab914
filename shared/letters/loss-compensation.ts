/** What the post pays for a registered letter that it lost, by the tier chosen at the counter. */
export interface LossTier {
  readonly tier: 'R1' | 'R2' | 'R3';
  readonly euros: number;
  readonly source: string;
}

/** law-and-formats.md 2.3, checked on 2026-11-22; only the first tier is in the code (CPCE-P R2-1). */
export const lossTiers: readonly LossTier[] = [
  { tier: 'R1', euros: 16, source: 'CPCE-P R2-1' },
  { tier: 'R2', euros: 153, source: 'La Poste' },
  { tier: 'R3', euros: 458, source: 'La Poste' },
];

/** « R1 : 16 €, R2 : 153 €, R3 : 458 € ». */
export const lossTiersText = (): string =>
  lossTiers.map(({ tier, euros }) => `${tier}\u00A0: ${euros}\u00A0€`).join(', ');

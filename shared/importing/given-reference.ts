/** What banks and payers' programs write where there is no reference. */
const placeholder =
  /^(?:NOT ?PROVIDED|NONREF|NON ?RENSEIGNEE?|NON ?FOURNIE?|NON ?COMMUNIQUEE?|AUCUNE|NEANT|NONE|N\/?A|0+|[-.*X]+)$/i;

/** A reference that the payer gave, without blanks round it; undefined for none and for a placeholder. */
export const givenReference = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || placeholder.test(trimmed) ? undefined : trimmed;
};

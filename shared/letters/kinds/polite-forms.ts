/** How a letter begins and ends. */
export const salutation = 'Madame, Monsieur,';
export const politeClosing =
  'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.';
export const englishSalutation = 'Dear Sir or Madam,';
export const englishClosing = 'Yours faithfully,';

/** Text without case and accents, for searching: « Été » is found by « ete ». */
export const foldSearch = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('fr')
    .replaceAll(/[\u00a0\u202f]/g, ' ');

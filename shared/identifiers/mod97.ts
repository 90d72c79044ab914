/** Remainder by 97 of digits and capitals, letters counting 10 (A) to 35 (Z), as ISO 7064 reads them. */
export const mod97 = (text: string): number => {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
};

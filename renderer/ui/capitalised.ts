/** A French phrase with its first letter in upper case; accents stay (« échéance » gives « Échéance »). */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

/**
 * An identifier without what people and programs put between its characters (any kind of space, hyphen or
 * dash, dots, slashes, the invisible signs that come along when a text is copied), in capitals.
 */
export const compact = (text: string): string => text.replace(/[\s./\p{Pd}\p{Cf}]/gu, '').toUpperCase();

/**
 * An identifier without what people put between its characters (any kind of space, dots, hyphens, slashes),
 * in capitals.
 */
export const compact = (text: string): string => text.replace(/[\s.\-/‐‑–]/gu, '').toUpperCase();

/** A random identifier for a row. */
export const newId = (): string => crypto.randomUUID();

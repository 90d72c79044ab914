/** A statement of a year is a few megabytes; what is much larger is no statement. */
export const bankFileBytes = 50_000_000;

/** Files of one import: a folder of monthly statements of several years fits. */
export const bankFileCount = 200;

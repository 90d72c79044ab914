import { compact } from './compact.ts';

/** A number as it is printed, four characters at a time: `FR14 2004 1010`. */
export const groupsOfFour = (text: string): string => compact(text).replace(/(.{4})(?=.)/g, '$1 ');

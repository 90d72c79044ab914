// Line breaks of any alphabet end a header; the direction marks make « fdp.exe » read as « exe.pdf ».
const unsafe = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

// RFC 2047: readers decode it into whatever it holds, line ends among them, even where they should not.
const encodedWord = /=\?[^?\s]+\?[bq]\?/i;

/**
 * True when the text may stand in a header, an address or a file name and means itself there: one line, no
 * control character, nothing that a reader would decode.
 */
export const isHeaderText = (text: string): boolean => !unsafe.test(text) && !encodedWord.test(text);

/** One line for the screen out of what a server said: no control character, at most `limit` characters. */
export const quotable = (text: string, limit = 300): string => {
  const line = text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
};

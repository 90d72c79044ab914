const noBreakSpace = '\u00A0';
const narrowNoBreakSpace = '\u202F';

/**
 * Spaces and apostrophes of French typography in a text typed with plain ones: no line ends before a colon,
 * a euro sign or inside « », the other high marks get the narrow space. Liquid between braces stays as it is.
 */
export const frenchSpacing = (text: string): string =>
  text
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/'/g, '’')
            .replace(/ ([:€»])/g, `${noBreakSpace}$1`)
            .replace(/« /g, `«${noBreakSpace}`)
            .replace(/ ([;!?])/g, `${narrowNoBreakSpace}$1`)
            .replace(/n° /g, `n°${noBreakSpace}`),
    )
    .join('');

/** The first element of an XML text: its local name and the text of its start tag. */
export interface XmlRoot {
  readonly name: string;
  /** With its name spaces and attributes; cut at 4,000 characters. */
  readonly tag: string;
}

const mostTag = 4000;

/** Where the text after `close` goes on, or the end when it is never closed. */
const past = (text: string, close: string, from: number): number => {
  const at = text.indexOf(close, from);
  return at === -1 ? text.length : at + close.length;
};

/**
 * Finds the root element behind declaration, comments and DOCTYPE without parsing; undefined when the text
 * is no XML. One pass over the beginning of a file: enough to tell what it is, not that it is sound.
 */
export const xmlRoot = (text: string): XmlRoot | undefined => {
  let at = 0;
  for (;;) {
    while (at < text.length && /\s|\uFEFF/.test(text[at] ?? '')) at += 1;
    if (text[at] !== '<') return undefined;
    if (text.startsWith('<?', at)) at = past(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = past(text, '-->', at);
    else if (text.startsWith('<!', at)) {
      const open = text.indexOf('[', at);
      const end = past(text, '>', at);
      at = open !== -1 && open < end ? past(text, ']>', open) : end;
    } else break;
  }
  const tag = text.slice(at, Math.min(past(text, '>', at), at + mostTag));
  const name = /^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(tag)?.[1];
  return name === undefined ? undefined : { name, tag };
};

import type { Email } from 'postal-mime';

const longestText = 4000;
const longestHtml = 300_000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  rsquo: '’',
  euro: '€',
};

/** Words of a message that is HTML only; nothing of it is ever shown as HTML. */
const htmlWords = (html: string): string => {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push(html.slice(at, open === -1 ? html.length : open));
    if (open === -1) break;
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const tag = /^<\/?([a-z0-9]{1,10})/i.exec(html.slice(open, open + 14))?.[1]?.toLowerCase();
    at = close + 1;
    if ((tag === 'style' || tag === 'script') && html[open + 1] !== '/') {
      const end = html.indexOf(`</${tag}`, at);
      if (end === -1) break;
      at = end;
    }
    if (tag === 'br' || tag === 'p' || tag === 'div' || tag === 'tr' || tag === 'li') parts.push('\n');
  }
  return parts
    .join('')
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&#(\d{1,6});/g, (_whole, code: string) => String.fromCodePoint(Number(code)));
};

/** The text of a message, LF line ends; of HTML its words. */
export const mailText = (mail: Email): string => {
  const text = mail.text ?? (mail.html === undefined ? '' : htmlWords(mail.html.slice(0, longestHtml)));
  return text.replace(/\r\n?/g, '\n');
};

/** Where the message that is answered begins, as French and English mail programs write it. */
const quoteBegins =
  /^\s*(?:>|-{3,}\s*(?:message d.origine|original message|message transf)|_{10,}|le .{4,120} a [ée]crit\s*:|on .{4,120} wrote\s*:|(?:de|from)\s*:.{0,40}@|envoy[ée] (?:de|depuis) mon )/i;

/** What was written, without the message that it quotes, at most 4,000 characters. */
export const writtenText = (text: string): string => {
  const lines = text.slice(0, 100_000).split('\n');
  const end = lines.findIndex((line, index) => index > 0 && quoteBegins.test(line.slice(0, 300)));
  const own = (end === -1 ? lines : lines.slice(0, end)).map((line) => line.trimEnd()).join('\n');
  const clean = own
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach the ledger
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clean.length > longestText ? `${clean.slice(0, longestText - 1)}…` : clean;
};

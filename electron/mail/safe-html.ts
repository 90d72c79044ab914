const plainTags = new Set(
  'html head body p br b strong i em u ul ol li table thead tbody tr td th h1 h2 h3 div span hr blockquote'.split(
    ' ',
  ),
);

// A tag with nothing but a language and a style. No bracket and no backslash in a style: it loads nothing.
const plainTag = /<(\/?)([a-z][a-z0-9]*)(?: lang="[a-z-]*")?(?: style="[\w :;,.%#'-]*")?\s*\/?>/giu;
const link = /<a href="(?:https:\/\/|mailto:)[^"<>\s]*">|<\/a>/giu;
const preamble = /<!doctype html>|<meta charset="?utf-8"?\s*\/?>/giu;

/**
 * True when the HTML holds only plain text tags and links: no image, style sheet, script or anything else
 * that a mail program would load or run (no tracking pixel, by design). A list of what is allowed, since
 * nobody can list all that is dangerous.
 */
export const isSafeHtml = (html: string): boolean =>
  !html
    .replace(preamble, '')
    .replace(link, '')
    .replace(plainTag, (whole, _slash: string, name: string) =>
      plainTags.has(name.toLowerCase()) ? '' : whole,
    )
    .includes('<');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/**
 * The text of a message as the plainest HTML: paragraphs at blank lines, line breaks kept, nothing loaded
 * from anywhere. Addresses stay text: mail programs make links of them, and a link that we made would be
 * one that a filter holds against the sender.
 */
export const htmlFromText = (text: string): string => {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>\n')}</p>`);
  return [
    '<!DOCTYPE html>',
    '<html lang="fr"><head><meta charset="utf-8"></head>',
    '<body style="font-family: sans-serif; font-size: 15px; line-height: 1.5">',
    ...paragraphs,
    '</body></html>',
    '',
  ].join('\n');
};

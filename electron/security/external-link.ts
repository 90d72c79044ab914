/**
 * May this link be opened in the system's own program? Only https pages and mailto addresses, without
 * credentials, control characters or a mailto that attaches local files.
 */
export const isAllowedExternalLink = (text: string): boolean => {
  if (text.length > 2000 || /[\p{Cc}\s]/u.test(text)) return false;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.protocol === 'https:') return url.username === '' && url.password === '' && url.hostname !== '';
  if (url.protocol === 'mailto:') return !/[?&](attach|attachment)=/i.test(text);
  return false;
};

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  map: 'application/json',
};

/** What an `app://acquit/…` address asks for. */
export type RequestedResource =
  | { readonly kind: 'page' }
  /** Nothing at all: shown while one ledger is closed and another opened. */
  | { readonly kind: 'empty-page' }
  | { readonly kind: 'asset'; readonly relativePath: string; readonly contentType: string }
  | { readonly kind: 'document'; readonly hash: string; readonly contentType: string }
  | { readonly kind: 'refused' };

const documentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  eml: 'text/plain; charset=utf-8',
};

/**
 * Reads an address of the application's own scheme. Anything that could leave the folder of the built
 * renderer (dots, backslashes, encoded slashes, other hosts, unknown endings) is refused.
 */
export const requestedResource = (address: string): RequestedResource => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { kind: 'refused' };
  }
  if (url.protocol !== 'app:' || url.host !== 'acquit') return { kind: 'refused' };
  const path = url.pathname;
  if (path === '/' || path === '/index.html') return { kind: 'page' };
  if (path === '/empty.html') return { kind: 'empty-page' };
  const document = /^\/documents\/([0-9a-f]{64})\.(pdf|png|jpg|eml)$/.exec(path);
  if (document?.[1] && document[2])
    return {
      kind: 'document',
      hash: document[1],
      contentType: documentTypes[document[2]] ?? 'application/octet-stream',
    };
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path) || path.includes('..')) return { kind: 'refused' };
  const contentType = contentTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  return contentType === undefined
    ? { kind: 'refused' }
    : { kind: 'asset', relativePath: path.slice(1), contentType };
};

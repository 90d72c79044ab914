import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { requestedResource } from './request-path.ts';

/** Never rename the host: IndexedDB belongs to this origin, and a renamed one orphans the user's data. */
export const applicationOrigin = 'app://acquit';

/** Placeholder that vite.config.ts puts where the nonce of a response belongs. */
const noncePlaceholder = '__CSP_NONCE__';

/** Must run before the application is ready. */
export const registerApplicationScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
};

const plain = (status: number): Response =>
  new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff' } });

/** Serves the built renderer and the documents of the open ledger under `app://acquit/`. */
export const serveApplication = (
  session: Session,
  rendererFolder: string,
  readDocument: (hash: string) => Promise<Uint8Array | undefined>,
): void => {
  session.protocol.handle('app', async (request) => {
    const resource = requestedResource(request.url);
    if (resource.kind === 'refused' || request.method !== 'GET') return plain(404);
    try {
      if (resource.kind === 'document') {
        const bytes = await readDocument(resource.hash);
        return bytes
          ? new Response(new Uint8Array(bytes), {
              headers: { 'Content-Type': resource.contentType, 'X-Content-Type-Options': 'nosniff' },
            })
          : plain(404);
      }
      if (resource.kind === 'asset') {
        const bytes = await readFile(join(rendererFolder, resource.relativePath));
        return new Response(new Uint8Array(bytes), {
          headers: { 'Content-Type': resource.contentType, 'X-Content-Type-Options': 'nosniff' },
        });
      }
      const nonce = randomBytes(18).toString('base64');
      const page =
        resource.kind === 'empty-page'
          ? '<!doctype html><html lang="fr"><title>Acquit</title></html>'
          : await readFile(join(rendererFolder, 'index.html'), 'utf8');
      return new Response(page.replaceAll(noncePlaceholder, nonce), {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': contentSecurityPolicy(nonce),
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-store',
        },
      });
    } catch {
      return plain(404);
    }
  });
};

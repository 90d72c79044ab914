import { ok, type Result } from '../../shared/result.ts';
import { type DocumentFailure, documentHash } from '../documents/document-store.ts';

/** Letters that are looked at and not yet printed: they are no evidence, so they stay out of the document store. */
export interface PreviewCache {
  readonly put: (bytes: Uint8Array) => Promise<Result<string, DocumentFailure>>;
  readonly get: (hash: string) => Uint8Array | undefined;
}

/** Keeps the last `limit` previews in memory. */
export const createPreviewCache = (limit: number): PreviewCache => {
  const previews = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const hash = documentHash(bytes);
      previews.delete(hash);
      previews.set(hash, bytes);
      for (const oldest of previews.keys()) {
        if (previews.size <= limit) break;
        previews.delete(oldest);
      }
      return ok(hash);
    },
    get: (hash) => previews.get(hash),
  };
};

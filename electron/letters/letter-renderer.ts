import type { IpcFailure, IpcOutcome } from '../../shared/ipc/channel.ts';
import type { LetterModel, RenderedBatch } from '../../shared/ipc/letter-contract.ts';
import type { BatchExtras } from '../../shared/ipc/print-contract.ts';
import { defaultLetterLayout, type LetterLayout } from '../../shared/letters/letter-document.ts';
import { modelRefusals } from '../../shared/letters/model-refusals.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { copyFailureTexts } from './copy-failure.ts';
import type { LetterPress } from './letter-press.ts';
import type { RenderFailure } from './render-letters.ts';

export interface LetterRendererParts {
  /** Folder of assets/fonts. */
  readonly fontsFolder: string;
  readonly documents: () => Pick<DocumentStore, 'read' | 'put'>;
  /** Sets batches elsewhere than on this thread. */
  readonly press?: LetterPress | undefined;
  /** Envelope and offsets; DL, none, where undefined. */
  readonly layout?: (() => LetterLayout) | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** A signal for each batch, where the caller can cancel. */
  readonly signal?: (() => AbortSignal) | undefined;
}

const failure = (kind: string, message: string): { readonly ok: false; readonly error: IpcFailure } => ({
  ok: false,
  error: { kind, message },
});

const describe = (error: RenderFailure): { readonly ok: false; readonly error: IpcFailure } => {
  switch (error.kind) {
    case 'cancelled':
      return failure(error.kind, 'La préparation des courriers a été annulée.');
    case 'no-letters':
      return failure(error.kind, 'Aucun courrier à préparer.');
    case 'copy':
      return failure(
        error.failure.kind,
        `La copie «\u00A0${error.name}\u00A0» ne peut plus être jointe\u00A0: ${copyFailureTexts[error.failure.kind]}. Préparez de nouveau les courriers.`,
      );
    case 'image-missing':
      return failure(
        error.kind,
        'Le logo ou la signature est introuvable : choisissez de nouveau l’image dans les réglages.',
      );
    case 'not-an-image':
    case 'image-damaged':
      return failure(
        error.kind,
        'Le logo ou la signature n’est pas une image PNG ou JPEG lisible : choisissez une autre image dans les réglages.',
      );
    case 'image-too-large':
      return failure(
        error.kind,
        'Le logo ou la signature est trop grand : choisissez dans les réglages une image de moins de 5 Mo.',
      );
  }
};

const notStored = (code: string) =>
  failure(
    'io',
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'Le disque est plein : les courriers n’ont pas été enregistrés. Libérez de la place, puis réessayez.'
      : 'Les courriers n’ont pas pu être enregistrés. Vérifiez le disque, puis réessayez.',
  );

/** The renderer asks for whole letters only; should it ever ask for another one, no paper comes of it. */
const refusalOf = (
  models: readonly LetterModel[],
): { readonly ok: false; readonly error: IpcFailure } | undefined => {
  for (const model of models) {
    const [refusal] = modelRefusals(model);
    if (refusal)
      return failure(
        'refused',
        `Le courrier à ${model.recipient.lines[0] ?? ''} ne peut pas être imprimé. ${refusal.message}`,
      );
  }
  return undefined;
};

const imageBytes = async (
  models: readonly LetterModel[],
  documents: Pick<DocumentStore, 'read'>,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const hashes = new Set(
    models
      .flatMap(({ sender }) => [sender.logoHash, sender.signatureHash])
      .filter((hash) => hash !== undefined),
  );
  const images = new Map<string, Uint8Array>();
  for (const hash of hashes) {
    const bytes = await documents.read(hash);
    if (bytes.ok) images.set(hash, bytes.value);
  }
  return images;
};

/** Sets letters, with what goes with them. */
export type LetterRenderer = (
  models: readonly LetterModel[],
  extras?: BatchExtras,
) => Promise<IpcOutcome<RenderedBatch>>;

/** The channel `lettersRender`: letters that lack nothing, set, and kept in the document store with their hashes answered. */
export const createLetterRenderer =
  (parts: LetterRendererParts): LetterRenderer =>
  async (models, extras) => {
    const refused = refusalOf(models);
    if (refused) return refused;
    const documents = parts.documents();
    const signal = parts.signal?.();
    // The typesetter takes a third of a second to load: not before the first letter.
    const { renderLetters } = await import('./render-letters.ts');
    const rendered = await renderLetters({
      models,
      layout: parts.layout?.() ?? defaultLetterLayout,
      images: await imageBytes(models, documents),
      fontsFolder: parts.fontsFolder,
      extras,
      press: parts.press,
      readCopy: async (hash) => {
        const read = await documents.read(hash);
        return read.ok ? read.value : undefined;
      },
      onProgress: parts.onProgress,
      signal,
    });
    if (!rendered.ok) return describe(rendered.error);
    const put = async (bytes: Uint8Array): Promise<string | { readonly code: string }> => {
      const stored = await documents.put(bytes);
      if (stored.ok) return stored.value;
      return { code: stored.error.kind === 'io' ? stored.error.code : stored.error.kind };
    };
    const letters: RenderedBatch['letters'][number][] = [];
    for (const letter of rendered.value.letters) {
      // A thousand letters take seconds to keep: until the last one is, there is no batch.
      if (signal?.aborted) return describe({ kind: 'cancelled' });
      const hash = await put(letter.bytes);
      if (typeof hash !== 'string') return notStored(hash.code);
      const { reminderId, pageCount, batchPages } = letter;
      letters.push({ reminderId, hash, pageCount, batchPages });
    }
    const hash = await put(rendered.value.batch);
    if (typeof hash !== 'string') return notStored(hash.code);
    return { ok: true, value: { hash, pageCount: rendered.value.pageCount, letters } };
  };

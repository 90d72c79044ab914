import { fail, ok, type Result } from '../../../../shared/result.ts';

/** Enough for a logo across a page at 300 dpi, and small in every letter. */
const longestSide = 1200;

/**
 * A picture as letters can print it: a plain PNG of at most {@link longestSide} pixels a side, whatever
 * program saved the original (interlaced PNG, CMYK JPEG, a photograph of 12 megapixels).
 */
export const printableImage = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, { readonly kind: 'not-an-image'; readonly message: string }>> => {
  const refused = fail({
    kind: 'not-an-image',
    message: 'Ce fichier n’est pas une image PNG ou JPEG lisible. Choisissez-en un autre.',
  } as const);
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(new Blob([bytes]));
  } catch {
    return refused;
  }
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (!context) return refused;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return ok(new Uint8Array(await png.arrayBuffer()));
};

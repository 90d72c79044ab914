/** Contrast that text of any size needs (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Contrast of a colour « #1f3a5f » on white paper, 1 to 21 (WCAG 2.2). Undefined for anything else. */
export const contrastOnWhite = (colour: string): number | undefined => {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour.trim());
  if (parts === null) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => channel(Number.parseInt(hex, 16)));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
};

/** What is wrong with a colour for a letterhead, French; undefined where it can be used or none is given. */
export const accentProblem = (colour: string): string | undefined => {
  if (colour.trim() === '') return undefined;
  const contrast = contrastOnWhite(colour);
  if (contrast === undefined) return 'Une couleur s’écrit comme #1f3a5f.';
  return contrast < leastContrast
    ? `Cette couleur est trop claire pour être lue sur du papier blanc (contraste ${contrast.toFixed(1).replace('.', ',')}\u202F; il en faut 4,5)\u00A0: choisissez-en une plus foncée.`
    : undefined;
};

/** The colour as it is printed; undefined where none is set or it cannot be read. */
export const printedAccent = (colour: string | undefined): string | undefined => {
  const text = colour?.trim().toLowerCase() ?? '';
  return text === '' || accentProblem(text) !== undefined ? undefined : text;
};

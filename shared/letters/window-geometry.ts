/** An envelope with a window; all in millimetres, margins of the window to the envelope's right and bottom edge. */
export interface WindowEnvelope {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly windowWidthMm: number;
  readonly windowHeightMm: number;
  readonly windowRightMm: number;
  readonly windowBottomMm: number;
  /** The folded sheet as it lies in the envelope. */
  readonly panelWidthMm: number;
  readonly panelHeightMm: number;
}

/** The envelopes everybody has. */
export type StandardEnvelope = 'DL' | 'C5';

/** A usual envelope by its name, or one with the user's own measures. */
export type AddressModel = StandardEnvelope | WindowEnvelope;

/** A rectangle on the sheet, millimetres from its top left corner. */
export interface SheetArea {
  readonly leftMm: number;
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
}

/** Usual French envelopes: 45 × 100 mm window, 20 mm from the right; real ones vary by some millimetres. */
export const envelopes: { readonly [Name in StandardEnvelope]: WindowEnvelope } = {
  DL: {
    widthMm: 220,
    heightMm: 110,
    windowWidthMm: 100,
    windowHeightMm: 45,
    windowRightMm: 20,
    windowBottomMm: 20,
    panelWidthMm: 210,
    panelHeightMm: 99,
  },
  C5: {
    widthMm: 229,
    heightMm: 162,
    windowWidthMm: 100,
    windowHeightMm: 45,
    windowRightMm: 20,
    windowBottomMm: 60,
    panelWidthMm: 210,
    panelHeightMm: 148.5,
  },
};

/**
 * The part of the sheet that shows in the window wherever the sheet slid inside the envelope
 * (law-and-formats.md 2.4).
 */
export const alwaysVisibleArea = (envelope: WindowEnvelope): SheetArea => {
  const playX = envelope.widthMm - envelope.panelWidthMm;
  const playY = envelope.heightMm - envelope.panelHeightMm;
  return {
    leftMm: envelope.widthMm - envelope.windowRightMm - envelope.windowWidthMm,
    rightMm: envelope.widthMm - envelope.windowRightMm - playX,
    topMm: envelope.heightMm - envelope.windowBottomMm - envelope.windowHeightMm,
    bottomMm: envelope.heightMm - envelope.windowBottomMm - playY,
  };
};

/** What may show in the window when the sheet slides, kept free of everything but the address. */
export const windowClearance = (envelope: WindowEnvelope, marginMm = 5): SheetArea => {
  const area = alwaysVisibleArea(envelope);
  return {
    leftMm: area.leftMm - marginMm,
    topMm: area.topMm - marginMm,
    rightMm: area.rightMm + marginMm,
    bottomMm: area.bottomMm + marginMm,
  };
};

/** The measures of an envelope. */
export const envelopeOf = (model: AddressModel): WindowEnvelope =>
  typeof model === 'string' ? envelopes[model] : model;

/** Where the address begins on the sheet of the usual envelopes, and how far it may reach. */
export const addressAreas: { readonly [Name in StandardEnvelope]: SheetArea } = {
  DL: { leftMm: 110, topMm: 50, rightMm: 189, bottomMm: 78 },
  C5: { leftMm: 110, topMm: 60, rightMm: 189, bottomMm: 87.5 },
};

/** Room for 38 characters at the usual size. */
const usualAddressWidthMm = 79;
const insetMm = 1;
/** Above the address, where there is room: the first line of a letter that lies low still shows. */
const headroomMm = 3;
/** Six lines at 8 pt. */
const leastAddressHeightMm = 18;

/** Where the address stands for an envelope: inside what always shows, to the right of it where it is wide. */
export const addressAreaOf = (model: AddressModel): SheetArea => {
  if (typeof model === 'string') return addressAreas[model];
  const visible = alwaysVisibleArea(model);
  const rightMm = visible.rightMm - insetMm;
  const bottomMm = visible.bottomMm - insetMm;
  const spareMm = bottomMm - visible.topMm - leastAddressHeightMm;
  return {
    leftMm: Math.max(visible.leftMm + insetMm, rightMm - usualAddressWidthMm),
    topMm: visible.topMm + Math.min(Math.max(spareMm, insetMm), headroomMm),
    rightMm,
    bottomMm,
  };
};

const sheetHeightMm = 297;

/** Heights at which the sheet is folded to fit the envelope, from its top; none where it goes in flat. */
export const foldHeightsOf = (model: AddressModel): readonly number[] => {
  const { panelHeightMm } = envelopeOf(model);
  const folds: number[] = [];
  for (let at = panelHeightMm; at < sheetHeightMm - 1; at += panelHeightMm) folds.push(at);
  return folds;
};

/** The least always visible area that an address can be read in, in millimetres. */
const leastVisible = { widthMm: 60, heightMm: 20 };
/** The sender stands left of the window; less room than this breaks his name. */
const leastSenderMm = 40;
/** The letter's text begins under the window: beyond this little is left of the first page. */
const lowestWindowMm = 130;

/**
 * Why a sheet does not go with an envelope, in French; undefined where it does. A window so small that the
 * address may slide out of sight, or one where the sender stands, is refused.
 */
export const envelopeProblem = (envelope: WindowEnvelope): string | undefined => {
  if (Object.values(envelope).some((value) => !Number.isFinite(value) || value < 0))
    return 'Indiquez toutes les mesures en millimètres, de 0 ou plus.';
  if (envelope.panelWidthMm > envelope.widthMm || envelope.panelHeightMm > envelope.heightMm)
    return 'La feuille pliée est plus grande que l’enveloppe\u00A0: vérifiez la largeur, la hauteur et le pliage.';
  if (
    envelope.windowRightMm + envelope.windowWidthMm > envelope.widthMm ||
    envelope.windowBottomMm + envelope.windowHeightMm > envelope.heightMm
  )
    return 'La fenêtre dépasse de l’enveloppe\u00A0: vérifiez sa taille et ses marges.';
  const visible = alwaysVisibleArea(envelope);
  if (
    visible.rightMm - visible.leftMm < leastVisible.widthMm ||
    visible.bottomMm - visible.topMm < leastVisible.heightMm
  )
    return `La feuille bouge trop dans cette enveloppe\u00A0: la partie de la fenêtre toujours visible fait moins de ${leastVisible.widthMm} × ${leastVisible.heightMm} mm.`;
  const clear = windowClearance(envelope);
  if (clear.leftMm < 25 + leastSenderMm)
    return 'La fenêtre est trop à gauche\u00A0: l’adresse de votre entreprise n’a plus sa place à côté.';
  if (visible.rightMm > 205 || clear.topMm < 30 || visible.bottomMm > lowestWindowMm)
    return 'La fenêtre ne tombe pas dans le haut de la page, à droite\u00A0: vérifiez ses marges.';
  return undefined;
};

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

export type AddressModel = 'DL' | 'C5';

/** A rectangle on the sheet, millimetres from its top left corner. */
export interface SheetArea {
  readonly leftMm: number;
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
}

/** Usual French envelopes: 45 × 100 mm window, 20 mm from the right; real ones vary by some millimetres. */
export const envelopes: { readonly [Model in AddressModel]: WindowEnvelope } = {
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

/** Where the address begins on the sheet, and how far it may reach. */
export const addressAreas: { readonly [Model in AddressModel]: SheetArea } = {
  DL: { leftMm: 110, topMm: 50, rightMm: 189, bottomMm: 78 },
  C5: { leftMm: 110, topMm: 60, rightMm: 189, bottomMm: 87.5 },
};

/** Heights at which the sheet is folded, from its top. */
export const foldHeightsMm: { readonly [Model in AddressModel]: readonly number[] } = {
  DL: [99, 198],
  C5: [148.5],
};

import { describe, expect, it } from 'vitest';
import { printSetup } from '../../../../shared/ipc/print-contract.ts';
import { inBatchOrder } from '../../../../shared/letters/batch-order.ts';
import { readPageRanges, writePageRanges } from '../../../../shared/letters/page-ranges-text.ts';
import { defaultPrintSetup, layoutOf, offsetOf, withOffset } from '../../../../shared/letters/print-setup.ts';
import { foldHeightsOf } from '../../../../shared/letters/window-geometry.ts';

const own = {
  widthMm: 225,
  heightMm: 115,
  windowWidthMm: 110,
  windowHeightMm: 45,
  windowRightMm: 15,
  windowBottomMm: 25,
  panelWidthMm: 210,
  panelHeightMm: 99,
};

describe('print setup', () => {
  it('keeps offsets for each printer', () => {
    const laser = withOffset({ ...defaultPrintSetup, printer: 'Laser' }, { xMm: 2, yMm: -1 });
    const dialog = withOffset({ ...laser, printer: undefined } as typeof laser, { xMm: 0.5, yMm: 0 });
    expect(offsetOf(laser)).toEqual({ xMm: 2, yMm: -1 });
    expect(offsetOf(dialog)).toEqual({ xMm: 0.5, yMm: 0 });
    expect(offsetOf({ ...dialog, printer: 'Laser' })).toEqual({ xMm: 2, yMm: -1 });
    expect(offsetOf({ ...dialog, printer: 'Other' })).toEqual({ xMm: 0, yMm: 0 });
    expect(layoutOf(laser)).toMatchObject({
      addressModel: 'DL',
      offsetXmm: 2,
      offsetYmm: -1,
      foldMarks: true,
    });
  });

  it('takes an envelope of one’s own, and none that would hide the address', () => {
    const setup = { ...defaultPrintSetup, envelope: 'own', ownEnvelope: own };
    expect(printSetup.safeParse(setup).success).toBe(true);
    const hidden = { ...setup, ownEnvelope: { ...own, windowHeightMm: 30 } };
    expect(printSetup.safeParse(hidden).success).toBe(false);
    expect(layoutOf({ ...defaultPrintSetup, envelope: 'own' }).addressModel).toBe('DL');
    expect(layoutOf({ ...defaultPrintSetup, envelope: 'own', ownEnvelope: own }).addressModel).toEqual(own);
    expect(layoutOf({ ...defaultPrintSetup, envelope: 'C5', ownEnvelope: own }).addressModel).toBe('C5');
    expect(printSetup.safeParse({ ...setup, offsets: { Laser: { xMm: 40, yMm: 0 } } }).success).toBe(false);
  });

  it('folds the sheet to the envelope', () => {
    expect(foldHeightsOf('DL')).toEqual([99, 198]);
    expect(foldHeightsOf('C5')).toEqual([148.5]);
    expect(foldHeightsOf({ ...own, panelHeightMm: 297 })).toEqual([]);
  });
});

describe('order of a batch', () => {
  const letters = [
    { id: 'a', lines: ['Zoé SARL', '1 RUE X', '69100 VILLEURBANNE'] },
    { id: 'b', lines: ['Émile', '2 RUE Y', '1000 BRUXELLES', 'BELGIQUE'] },
    { id: 'c', lines: ['Armand', '3 RUE Z', '69100 VILLEURBANNE'] },
    { id: 'd', lines: ['Client 10', '4 RUE Z', '01000 BOURG EN BRESSE'] },
    { id: 'e', lines: ['Client 9', '4 RUE Z', '75001 PARIS'] },
  ];
  const ids = (order: 'postcode' | 'name' | 'approval') =>
    inBatchOrder(letters, order, ({ lines }) => lines)
      .map(({ id }) => id)
      .join('');

  it('is by postcode, by name as in a French list, or as it was approved', () => {
    expect(ids('postcode')).toBe('dbcae');
    expect(ids('name')).toBe('cedba');
    expect(ids('approval')).toBe('abcde');
  });
});

describe('pages to print again', () => {
  it('reads what a person writes, and writes it so', () => {
    expect(readPageRanges(' 3, 7–9;1 ', 12)).toEqual({ ok: true, value: [1, 3, 7, 8, 9] });
    expect(writePageRanges([9, 1, 3, 7, 8])).toBe('1, 3, 7-9');
    expect(readPageRanges('', 12)).toMatchObject({ ok: false, error: { kind: 'no-pages' } });
    for (const text of ['0', '5-3', 'abc', '1-2-3', '-4'])
      expect(readPageRanges(text, 12)).toMatchObject({ ok: false, error: { kind: 'not-pages' } });
    expect(readPageRanges('13', 12)).toMatchObject({ ok: false, error: { kind: 'beyond' } });
    expect(readPageRanges('1-999999', 12)).toMatchObject({ ok: false, error: { kind: 'beyond' } });
  });
});

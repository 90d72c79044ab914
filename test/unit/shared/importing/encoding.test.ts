import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, encodingNamesFrench, textEncodings } from '../../../../shared/importing/encoding.ts';
import { decodeSingleByte, singleByteCharsets } from '../../../../shared/importing/single-byte-charset.ts';

const sentence = 'N° pièce;Échéance;Société « L’Été »;Façade à Nîmes';

describe('decoding single-byte sets', () => {
  const everyUpperByte = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  for (const charset of singleByteCharsets.filter((name) => name !== 'macintosh')) {
    it(`agrees with iconv-lite on every byte of ${charset}`, () => {
      expect(decodeSingleByte(everyUpperByte, charset)).toBe(
        iconv.decode(Buffer.from(everyUpperByte), charset),
      );
    });
  }

  it('agrees with the WHATWG table of macintosh, which has the euro sign', () => {
    expect(decodeSingleByte(everyUpperByte, 'macintosh')).toBe(
      new TextDecoder('macintosh').decode(everyUpperByte),
    );
  });

  it('decodes more than one chunk', () => {
    const bytes = new Uint8Array(40_000).fill(0xe9);
    expect(decodeSingleByte(bytes, 'windows-1252')).toBe('é'.repeat(40_000));
  });
});

describe('detecting the encoding of a text', () => {
  for (const encoding of ['windows-1252', 'cp850', 'macintosh', 'utf-16le', 'utf-16be', 'utf-8'] as const) {
    it(`recognises French in ${encoding} without a mark`, () => {
      const text = encoding === 'cp850' ? sentence.replace('’', "'") : sentence;
      const decoded = decodeText(iconv.encode(text, encoding));
      expect(decoded).toEqual({ text, encoding, byteOrderMark: false, damagedCharacters: 0 });
    });
  }

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('takes the mark of %s off the text', (encoding) => {
    const decoded = decodeText(iconv.encode(sentence, encoding, { addBOM: true }));
    expect(decoded).toEqual({ text: sentence, encoding, byteOrderMark: true, damagedCharacters: 0 });
  });

  it('tells ISO 8859-15 by its euro sign and œ', () => {
    const text = 'Cœur de Ville;1500,00 €';
    expect(decodeText(iconv.encode(text, 'iso-8859-15'))).toMatchObject({ text, encoding: 'iso-8859-15' });
  });

  it('prefers windows-1252 with its apostrophe and euro sign', () => {
    const text = 'L’œuvre;12,00 €';
    expect(decodeText(iconv.encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' });
  });

  it('keeps Portuguese and Scandinavian clients of a French list in windows-1252', () => {
    const text = 'Société;João Gonçalves;Jørgensen;Ibáñez;García';
    expect(decodeText(iconv.encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' });
  });

  it('reads a UTF-8 file that was cut in the middle of a letter as UTF-8 and counts the damage', () => {
    const whole = Buffer.from('é'.repeat(20));
    const decoded = decodeText(whole.subarray(0, whole.length - 1));
    expect(decoded).toMatchObject({ encoding: 'utf-8', damagedCharacters: 1 });
    expect(decoded.text.startsWith('é'.repeat(19))).toBe(true);
  });

  it.each([
    ['overlong', [0xc0, 0xaf]],
    ['surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['overlong of three', [0xe0, 0x80, 0xaf]],
  ])('does not take an %s sequence for UTF-8', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes)).encoding).not.toBe('utf-8');
  });

  it('obeys the user', () => {
    const bytes = iconv.encode('č', 'windows-1250');
    expect(decodeText(bytes, 'windows-1250').text).toBe('č');
    expect(decodeText(bytes, 'utf-8').damagedCharacters).toBe(1);
  });

  it('has a French name for every encoding it offers', () => {
    expect(
      textEncodings.map((encoding) => encodingNamesFrench[encoding]).filter((name) => name.length > 3),
    ).toHaveLength(textEncodings.length);
  });
});

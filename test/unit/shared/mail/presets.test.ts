import { describe, expect, test } from 'vitest';
import { mailPresets, presetForAddress } from '../../../../shared/mail/presets.ts';

describe('presets', () => {
  test('each is encrypted on the port that goes with it', () => {
    for (const preset of mailPresets) {
      expect([preset.security, preset.port]).toEqual(
        preset.security === 'implicit' ? ['implicit', 465] : ['starttls', 587],
      );
      expect(preset.host).toMatch(/^[a-z0-9.-]+$/);
    }
  });

  test('no two claim the same name or domain', () => {
    const ids = mailPresets.map(({ id }) => id);
    const domains = mailPresets.flatMap((preset) => preset.domains);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(domains).size).toBe(domains.length);
  });

  test.each([
    ['moi@wanadoo.fr', 'orange'],
    ['Moi@GMAIL.com', 'gmail'],
    ['a@hotmail.fr', 'outlook'],
    ['contact@menuiserie-lefevre.fr', undefined],
    ['@', undefined],
    ['', undefined],
  ])('%s: %s', (address, id) => {
    expect(presetForAddress(address)?.id).toBe(id);
  });
});

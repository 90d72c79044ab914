import { describe, expect, it } from 'vitest';
import { isEmailAddress, normaliseEmailAddress } from '../../../../shared/identifiers/email-address.ts';

describe('e-mail addresses', () => {
  it.each([
    ['compta@martin.fr', 'compta@martin.fr'],
    [' Compta.Client@MARTIN.fr ', 'Compta.Client@martin.fr'],
    ["o'neil+factures@sous.domaine.example.com", "o'neil+factures@sous.domaine.example.com"],
    ['a@xn--socit-esab.fr', 'a@xn--socit-esab.fr'],
  ])('%j is %s', (text, expected) => {
    expect(normaliseEmailAddress(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['a@x>\r\nRCPT TO:<c@evil.fr', 'control-character'],
    ['a@b.fr\n', 'control-character'],
    ['a@b.fr\u0000', 'control-character'],
    ['a@b.fr\u2028Bcc: c@evil.fr', 'control-character'],
    ['a@b.fr, c@evil.fr', 'several'],
    ['a@b.fr;c@evil.fr', 'several'],
    ['a@b.fr c@evil.fr', 'several'],
    ['a@b@c.fr', 'several'],
    ['Martin <compta@martin.fr>', 'not-an-address'],
    ['<compta@martin.fr>', 'not-an-address'],
    ['"a b"@martin.fr', 'not-an-address'],
    ['compta(commentaire)@martin.fr', 'not-an-address'],
    ['mailto:compta@martin.fr', 'not-an-address'],
    ['group: compta@martin.fr', 'not-an-address'],
    ['compta@martin', 'not-an-address'],
    ['compta@[127.0.0.1]', 'not-an-address'],
    ['compta@127.0.0.1', 'not-an-address'],
    ['compta@-martin.fr', 'not-an-address'],
    ['compta@martin..fr', 'not-an-address'],
    ['.compta@martin.fr', 'not-an-address'],
    ['com..pta@martin.fr', 'not-an-address'],
    ['compta.martin.fr', 'not-an-address'],
    ['@martin.fr', 'not-an-address'],
    ['compta @martin.fr', 'not-an-address'],
    ['comptabilité@martin.fr', 'not-ascii'],
    ['compta@mаrtin.fr', 'not-ascii'],
    [`${'a'.repeat(65)}@martin.fr`, 'too-long'],
    [`a@${'b.'.repeat(130)}fr`, 'too-long'],
  ])('refuses %j as %s', (text, kind) => {
    expect(normaliseEmailAddress(text)).toEqual({ ok: false, error: { kind, text } });
    expect(isEmailAddress(text)).toBe(false);
  });

  it('is exactly the address', () => {
    expect(isEmailAddress('compta@martin.fr')).toBe(true);
    expect(isEmailAddress(' compta@martin.fr')).toBe(false);
  });
});

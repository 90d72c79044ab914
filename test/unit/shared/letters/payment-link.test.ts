import { describe, expect, it } from 'vitest';
import { accentProblem, contrastOnWhite, printedAccent } from '../../../../shared/letters/accent.ts';
import { paymentLink, paymentLinkProblem } from '../../../../shared/letters/payment-link.ts';

describe('the payment link', () => {
  it.each([
    ['https://payer.example/?montant={montant}&ref={reference}'],
    ['https://pay.example:8443/{reference}/{montant}#p'],
    ['https://pay.example'],
    [''],
  ])('%j is taken', (template) => {
    expect(paymentLinkProblem(template)).toBeUndefined();
  });

  it.each([
    ['http://payer.example/'],
    ['javascript:alert(1)'],
    ['https://user:word@payer.example/'],
    ['https://{reference}.example/'],
    ['https://payer.example/{client}'],
    ['https://payer.example/ x'],
    ['https://payer.example/"onclick="x'],
    ['https://payer.example/<b>'],
    ['file:///etc/passwd'],
    [`https://payer.example/${'x'.repeat(600)}`],
  ])('%j is refused', (template) => {
    expect(paymentLinkProblem(template)).not.toBeUndefined();
    expect(paymentLink(template, 100, 'F-1')).toBeUndefined();
  });

  it('is refused with what is wrong about it', () => {
    expect(paymentLinkProblem('http://payer.example/')).toBe('Le lien commence par https://.');
    expect(paymentLinkProblem('https://payer.example/{client}')).toBe(
      '«\u00A0{client}\u00A0» n’est pas un champ\u00A0: utilisez {montant} et {reference}.',
    );
    expect(paymentLinkProblem('https://{reference}.example/')).toBe(
      'Les champs viennent après le nom du site.',
    );
    expect(paymentLinkProblem(`https://payer.example/${'x'.repeat(479)}`)).toBe(
      'Limitez-vous à 500 caractères.',
    );
    expect(paymentLinkProblem(`https://payer.example/${'x'.repeat(478)}`)).toBeUndefined();
  });

  it('carries the sum with a point and the reference percent-encoded', () => {
    expect(paymentLink('https://p.example/?m={montant}&r={reference}', 123_456, 'F 1/2&x=é$&')).toBe(
      'https://p.example/?m=1234.56&r=F%201%2F2%26x%3D%C3%A9%24%26',
    );
    expect(paymentLink('https://p.example/?m={montant}', 5, '')).toBe('https://p.example/?m=0.05');
    expect(paymentLink('https://p.example/?m={montant}', 0, '')).toBeUndefined();
    expect(paymentLink(undefined, 100, 'F-1')).toBeUndefined();
    expect(paymentLink('https://p.example/?r={reference}', 100, 'F\ud800')).toBeUndefined();
  });
});

describe('the colour of the letterhead', () => {
  it('is measured against white', () => {
    expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5);
    expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
    expect(contrastOnWhite('red')).toBeUndefined();
  });

  it('is refused where nobody could read it', () => {
    expect(accentProblem('')).toBeUndefined();
    expect(accentProblem('#1f3a5f')).toBeUndefined();
    expect(accentProblem('#777777')).toContain('trop claire');
    expect(accentProblem('bleu')).toContain('#1f3a5f');
    expect(printedAccent('#1F3A5F')).toBe('#1f3a5f');
    expect(printedAccent('#ffee00')).toBeUndefined();
  });
});

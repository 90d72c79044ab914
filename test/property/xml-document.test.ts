import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from '../../shared/importing/xml-document.ts';
import { seeded } from '../support/arbitrary-days.ts';

const name = fc
  .string({ unit: fc.constantFrom(...'abXYéz_09.-'), minLength: 1, maxLength: 8 })
  .map((text) => `n${text}`);
const text = fc
  .string({ unit: fc.constantFrom(...'aé0 €<>&"\'/=[]!?-😀\n\u00a0x'), maxLength: 20 })
  .map((value) => value.trim())
  .filter((value) => !value.includes(']]>'));

const levels = fc.memo(
  (depth): fc.Arbitrary<XmlElement> =>
    fc.record({
      name,
      attributes: fc
        .dictionary(name, text, { maxKeys: 3, noNullPrototype: true })
        .map((all) => new Map(Object.entries(all))),
      children: depth <= 1 ? fc.constant([]) : fc.array(levels(depth - 1), { maxLength: 3 }),
      text,
    }),
);

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;').replaceAll("'", '&#x27;');

/** Writes a tree with a prefix, its text before its children, and noise that means nothing. */
const written = (node: XmlElement, prefix: string, noise: string): string => {
  const attributes = [...node.attributes].map(([key, value], index) => {
    const quote = index % 2 === 0 ? '"' : "'";
    return ` ${key}${noise === '' ? '=' : ' = '}${quote}${escaped(value)}${quote}`;
  });
  const start = `<${prefix}${node.name}${attributes.join('')}`;
  if (node.text === '' && node.children.length === 0 && noise === '') return `${start}/>`;
  const content = node.text.includes('<') ? `<![CDATA[${node.text}]]>` : escaped(node.text);
  return `${start}>${content}${node.children.map((child) => noise + written(child, prefix, noise)).join('')}${noise}</${prefix}${node.name}>`;
};

describe('an XML document', () => {
  it('is read back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(
        levels(4),
        fc.constantFrom('', 'p:', 'a-b.c:'),
        fc.constantFrom('', '\n  ', '<!-- <x> & -->', '<?pi ?>\n'),
        (root, prefix, noise) => {
          const read = readXml(`<?xml version="1.0"?>${noise}${written(root, prefix, noise)}\n`);
          expect(read).toEqual({ ok: true, value: { root } });
        },
      ),
      seeded,
    );
  }, 120_000);
});

import { describe, expect, it } from 'vitest';
import { readXml, xmlAt, xmlChildren, xmlText } from '../../../../shared/importing/xml-document.ts';
import { errorOf, successOf, utf8Bytes } from './fixture.ts';

const rootOf = (text: string) => successOf(readXml(text)).root;

describe('an XML document', () => {
  it('is a tree of local names, attributes and texts', () => {
    const { root, rootNamespace } = successOf(
      readXml(
        utf8Bytes(
          '<?xml version="1.0"?>\n<!-- c -->\n<r:A xmlns:r="urn:one" xmlns="urn:two">\n <b x:id=" 7 ">1</b><r:c/> <b>2 &lt; 3</b>\n</r:A>\n',
        ),
      ),
    );
    expect([root.name, rootNamespace]).toEqual(['A', 'urn:one']);
    expect(xmlChildren(root, 'b').map(({ text }) => text)).toEqual(['1', '2 < 3']);
    expect(root.children[0]?.attributes).toEqual(new Map([['id', '7']]));
    expect(xmlText(root, 'b')).toBe('1');
    expect(xmlText(root, 'c')).toBeUndefined();
    expect(xmlAt(root, 'x', 'y')).toBeUndefined();
  });

  it('is refused when its declaration names what cannot be an encoding', () => {
    const declared = (name: string) => readXml(utf8Bytes(`<?xml version="1.0" encoding="${name}"?><a/>`));
    expect(errorOf(declared('UTF-8-W/O-BOM'))).toEqual({ kind: 'malformed-xml', line: 1 });
    expect(errorOf(declared(''))).toEqual({ kind: 'malformed-xml', line: 1 });
    for (const name of ['UTF-8', 'utf-8', 'ISO-8859-1', 'windows-1252']) expect(declared(name).ok).toBe(true);
  });

  it('keeps the text of several pieces together', () => {
    expect(rootOf('<a>un<!-- x --> deux<![CDATA[ & <trois>]]> quatre<b>non</b></a>').text).toBe(
      'un deux & <trois> quatre',
    );
  });

  it('knows the namespace of a root without prefix, and none', () => {
    expect(successOf(readXml("<Document xmlns='urn:iso:camt'/>")).rootNamespace).toBe('urn:iso:camt');
    expect(successOf(readXml('<Document/>')).rootNamespace).toBeUndefined();
  });

  it('leaves numbers, dates and booleans as they are written', () => {
    expect(
      rootOf('<a><b>0012</b><c>1e5</c><d>true</d><e> 1.50 </e></a>').children.map(({ text }) => text),
    ).toEqual(['0012', '1e5', 'true', '1.50']);
  });

  it.each([
    ['', 'not-xml'],
    ['facture;client', 'not-xml'],
    ['< a/>', 'not-xml'],
    ['<?xml version="1.0"?>', 'not-xml'],
    ['<a>', 'malformed-xml'],
    ['<a></b>', 'malformed-xml'],
    ['<a/><b/>', 'malformed-xml'],
    ['<a/> suite', 'malformed-xml'],
    ['<a b="1/>', 'malformed-xml'],
    ['<a><b</a>', 'malformed-xml'],
    ['<a b=c/>', 'malformed-xml'],
    ['<a b/>', 'malformed-xml'],
    ['<a></a b>', 'malformed-xml'],
    ['<![CDATA[x]]><a/>', 'malformed-xml'],
  ])('%j is refused as %s', (text, kind) => {
    expect(errorOf(readXml(text)).kind).toBe(kind);
  });

  it('names the line of what is wrong', () => {
    expect(errorOf(readXml('<a>\n<b>\n</c>\n</a>'))).toEqual({ kind: 'malformed-xml', line: 3 });
  });

  it('takes the limits of the caller', () => {
    expect(errorOf(readXml('<a/>', { maxSize: 3 }))).toEqual({ kind: 'xml-too-big', actual: 4, limit: 3 });
    expect(errorOf(readXml('<a><b><c/></b></a>', { maxDepth: 1 })).kind).toBe('xml-too-deep');
    expect(errorOf(readXml('<a><b/><b/></a>', { maxNodes: 2 })).kind).toBe('xml-too-many-nodes');
    expect(readXml('<a><b/><b/></a>', { maxNodes: 3, maxDepth: 2 }).ok).toBe(true);
  });

  it('decodes what the declaration says, and is not misled by a wrong one', () => {
    const latin = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9\x80</a>', (one) =>
      one.charCodeAt(0),
    );
    expect(successOf(readXml(latin)).root.text).toBe('é€');
    expect(successOf(readXml(utf8Bytes('<?xml version="1.0" encoding="utf-16"?><a>é</a>'))).root.text).toBe(
      'é',
    );
    expect(successOf(readXml(utf8Bytes('<?xml version="1.0" encoding="klingon"?><a>é</a>'))).root.text).toBe(
      'é',
    );
  });
});

import { XMLParser } from 'fast-xml-parser';
import { fail, ok, type Result } from '../result.ts';
import { decodeXml } from './xml-encoding.ts';
import { scanXml } from './xml-scan.ts';

/** An element of a document. Names are local: « ram:ID » and « ID » are both « ID ». */
export interface XmlElement {
  readonly name: string;
  /** By local name, namespace declarations left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own characters (not its children's), without white space round them. */
  readonly text: string;
}

/** A document that was read whole. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** The namespace of the root element, e.g. « urn:iso:std:iso:20022:tech:xsd:camt.053.001.02 ». */
  readonly rootNamespace?: string;
}

/** What a document may cost; the defaults suit a month of bank movements. */
export interface XmlLimits {
  /** Bytes, or characters when a text is given. */
  readonly maxSize?: number;
  /** Elements inside one another. */
  readonly maxDepth?: number;
  /** Elements and pieces of text. */
  readonly maxNodes?: number;
}

export type XmlError =
  /** No element at all: not XML. */
  | { readonly kind: 'not-xml' }
  /** Cut off, tags that do not match, something behind the end. `line` counts from 1. */
  | { readonly kind: 'malformed-xml'; readonly line: number }
  /** A DOCTYPE or another declaration: refused before anything is read (entity bombs, XXE). */
  | { readonly kind: 'xml-doctype' }
  | { readonly kind: 'xml-too-big'; readonly actual: number; readonly limit: number }
  | { readonly kind: 'xml-too-deep'; readonly limit: number }
  | { readonly kind: 'xml-too-many-nodes'; readonly limit: number };

const defaults: Required<XmlLimits> = { maxSize: 32_000_000, maxDepth: 64, maxNodes: 1_000_000 };

const textKey = '#text';
const cdataKey = '#cdata';
const attributesKey = ':@';

/** What the parser gives with `preserveOrder`: one key with the children, and perhaps the attributes. */
type OrderedNode = Readonly<Record<string, unknown>>;

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));

/** The five entities of XML 1.0 § 4.6 and character references; any other one stays as it is written. */
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
        if (name !== undefined) return namedEntities[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
        return isCharacter(code) ? String.fromCodePoint(code) : whole;
      })
    : text;

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

const noAttributes: ReadonlyMap<string, string> = new Map();

const attributesOf = (raw: unknown): ReadonlyMap<string, string> => {
  if (typeof raw !== 'object' || raw === null) return noAttributes;
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(raw)) {
    if (name.startsWith('xmlns')) continue;
    if (typeof value === 'string') attributes.set(localName(name), decodeEntities(value).trim());
  }
  return attributes;
};

const namespaceOf = (tag: string, raw: unknown): string | undefined => {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const colon = tag.indexOf(':');
  const key = colon === -1 ? 'xmlns' : `xmlns:${tag.slice(0, colon)}`;
  const value = Object.entries(raw).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value.trim() : undefined;
};

interface Growing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Growing[];
  text: string;
}

const childNodes = (value: unknown): readonly OrderedNode[] => (Array.isArray(value) ? value : []);

const tagOf = (node: OrderedNode): string => {
  for (const key in node) if (key !== attributesKey) return key;
  return '';
};

/** Turns the parser's nodes into elements; a list of open ones instead of recursion, however deep. */
const toElement = (node: OrderedNode): XmlElement => {
  const start = (from: OrderedNode, tag: string): Growing => ({
    name: localName(tag),
    attributes: attributesOf(from[attributesKey]),
    children: [],
    text: '',
  });
  const rootTag = tagOf(node);
  const root = start(node, rootTag);
  const pending: { readonly into: Growing; readonly nodes: readonly OrderedNode[] }[] = [
    { into: root, nodes: childNodes(node[rootTag]) },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { into, nodes } = next;
    for (const child of nodes) {
      const tag = tagOf(child);
      if (tag === textKey) into.text += decodeEntities(String(child[textKey]));
      else if (tag === cdataKey) {
        into.text += childNodes(child[cdataKey])
          .map((part) => String(part[textKey] ?? ''))
          .join('');
      } else {
        const element = start(child, tag);
        into.children.push(element);
        pending.push({ into: element, nodes: childNodes(child[tag]) });
      }
    }
    if (into.text !== '') into.text = into.text.trim();
  }
  return root;
};

/**
 * Reads an XML document into a small tree. A first pass over the text checks the limits, the nesting and that
 * nothing is declared (no DOCTYPE, no entity), so that the parser only ever sees a harmless document.
 * Takes bytes (UTF-8, UTF-16, or the single-byte set of the declaration) or a text. Never throws.
 */
export const readXml = (
  source: Uint8Array | string,
  limits: XmlLimits = {},
): Result<XmlDocument, XmlError> => {
  const { maxSize, maxDepth, maxNodes } = { ...defaults, ...limits };
  if (source.length > maxSize) return fail({ kind: 'xml-too-big', actual: source.length, limit: maxSize });
  const scanned = scanXml(typeof source === 'string' ? source.replace(/^\ufeff/, '') : decodeXml(source), {
    maxDepth,
    maxNodes,
  });
  if (!scanned.ok) return scanned;
  try {
    const parsed: unknown = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      textNodeName: textKey,
      cdataPropName: cdataKey,
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      processEntities: false,
      maxNestedTags: maxDepth + 1,
      jPath: false,
    }).parse(scanned.value);
    const root = childNodes(parsed).find((node) => !tagOf(node).startsWith('#'));
    if (!root) return fail({ kind: 'not-xml' });
    const tag = tagOf(root);
    const rootNamespace = namespaceOf(tag, root[attributesKey]);
    return ok({ root: toElement(root), ...(rootNamespace === undefined ? {} : { rootNamespace }) });
  } catch {
    // The parser reports what it dislikes by throwing, without a line.
    return fail({ kind: 'malformed-xml', line: 1 });
  }
};

/** The first child of a local name. */
export const xmlChild = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** Every child of a local name, in order. */
export const xmlChildren = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Follows the first child of each name in turn. */
export const xmlAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(xmlChild, element);

/** The text at the end of a path, or undefined when there is none or it is empty. */
export const xmlText = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  xmlAt(element, ...path)?.text || undefined;

/** What the user reads when a document is refused. */
export const frenchXmlError = (error: XmlError): string => {
  switch (error.kind) {
    case 'not-xml':
      return 'Ce fichier ne contient pas de document XML.';
    case 'malformed-xml':
      return `Ce fichier XML est incomplet ou abîmé (vers la ligne ${error.line}). Demandez-le ou téléchargez-le une nouvelle fois.`;
    case 'xml-doctype':
      return 'Ce fichier XML contient une déclaration « DOCTYPE », interdite dans les factures et les relevés électroniques\u00a0: il n’a pas été lu, par sécurité.';
    case 'xml-too-big':
      return `Ce fichier XML est trop gros (${Math.ceil(error.actual / 1_000_000)} Mo\u202f; ${Math.floor(error.limit / 1_000_000)} Mo au plus).`;
    case 'xml-too-deep':
    case 'xml-too-many-nodes':
      return 'Ce fichier XML est anormalement compliqué\u00a0: il n’a pas été lu, par sécurité.';
  }
};

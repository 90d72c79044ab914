import { fail, type Result } from '../result.ts';
import { decodeXml, hasImpossibleEncoding } from './xml-encoding.ts';
import { xmlTree } from './xml-tree.ts';

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

/**
 * Reads an XML document into a small tree. Nothing is ever declared or expanded (no DOCTYPE, no entities but
 * the five and numbers), and size, depth and number of elements are limited.
 * Takes bytes (UTF-8, UTF-16, or the single-byte set of the declaration) or a text. Never throws.
 */
export const readXml = (
  source: Uint8Array | string,
  limits: XmlLimits = {},
): Result<XmlDocument, XmlError> => {
  const { maxSize, maxDepth, maxNodes } = { ...defaults, ...limits };
  if (source.length > maxSize) return fail({ kind: 'xml-too-big', actual: source.length, limit: maxSize });
  if (typeof source !== 'string' && hasImpossibleEncoding(source))
    return fail({ kind: 'malformed-xml', line: 1 });
  const text = typeof source === 'string' ? source.replace(/^\ufeff/, '') : decodeXml(source);
  return xmlTree(text, { maxDepth, maxNodes });
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
      return 'Ce fichier XML contient une déclaration «\u00A0DOCTYPE\u00A0», interdite dans les factures et les relevés électroniques\u00a0: il n’a pas été lu, par sécurité.';
    case 'xml-too-big':
      return `Ce fichier XML est trop gros (${Math.ceil(error.actual / 1_000_000)} Mo\u202f; ${Math.floor(error.limit / 1_000_000)} Mo au plus).`;
    case 'xml-too-deep':
    case 'xml-too-many-nodes':
      return 'Ce fichier XML est anormalement compliqué\u00a0: il n’a pas été lu, par sécurité.';
  }
};

import { type FecField, fecFieldNames, fecFieldOf } from './fec-columns.ts';
import { readXml, type XmlElement } from './xml-document.ts';

const beginsAsXml =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:[\w-]{1,20}:)?comptabilite[\s>]/i;

/** True for the XML variant of the law: a document that begins with the element « comptabilite ». */
export const isXmlFec = (text: string): boolean => beginsAsXml.test(text.slice(0, 4000));

const fields = Object.keys(fecFieldNames) as readonly FecField[];

const plain = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replaceAll('"', '\u201d')
    .trim();

/** Adds the fields among the children of an element to those known from the elements round it. */
const withFieldsOf = (
  known: ReadonlyMap<FecField, string>,
  element: XmlElement,
): ReadonlyMap<FecField, string> => {
  const found = new Map(known);
  for (const child of element.children) {
    const field = child.children.length === 0 ? fecFieldOf(child.name) : undefined;
    if (field) found.set(field, plain(child.text));
  }
  return found;
};

/**
 * The XML variant as lines of text with the usual header, one for each « ligne »: exercice > journal >
 * ecriture > ligne, whatever lies outside a line holds for all lines inside. Undefined when the document is
 * damaged, too large, or has no line.
 */
export const xmlFecText = (text: string): string | undefined => {
  const read = readXml(text, { maxSize: 60_000_000, maxDepth: 12, maxNodes: 4_000_000 });
  if (!read.ok) return undefined;
  const used = fields.filter((field) => field !== 'montant' && field !== 'sens');
  const rows: string[] = [];
  let bySide = false;
  const named = (element: XmlElement, name: string): readonly XmlElement[] =>
    element.children.filter((child) => child.name.toLowerCase() === name);
  const lineOf = (line: ReadonlyMap<FecField, string>): string => {
    if (line.has('montant')) bySide = true;
    return [...used, 'montant' as const, 'sens' as const].map((field) => line.get(field) ?? '').join('\t');
  };
  for (const year of named(read.value.root, 'exercice')) {
    for (const journal of named(year, 'journal')) {
      const ofJournal = withFieldsOf(new Map(), journal);
      for (const entry of named(journal, 'ecriture')) {
        const ofEntry = withFieldsOf(ofJournal, entry);
        for (const line of named(entry, 'ligne')) rows.push(lineOf(withFieldsOf(ofEntry, line)));
      }
    }
  }
  if (rows.length === 0) return undefined;
  const names = [
    ...used.map((field) =>
      bySide && (field === 'debit' || field === 'credit') ? '-' : fecFieldNames[field],
    ),
  ];
  return [[...names, bySide ? 'Montant' : '-', bySide ? 'Sens' : '-'].join('\t'), ...rows].join('\n');
};

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PdfFacts } from './letter-pdf.ts';
import { srgbProfile } from './srgb-profile.ts';

let packed: Uint8Array | undefined;
/** Every letter carries it: packed once. */
const packedProfile = (): Uint8Array => {
  packed ??= deflateSync(srgbProfile());
  return packed;
};

const escaped = (value: string): string =>
  value.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);

/** The same facts as in the file's own dictionary, and the kind of archive file it is. */
const metadata = ({ title, author, createdAt }: PdfFacts, language: string): string => {
  const moment = createdAt.toISOString().replace(/\.\d+Z$/u, 'Z');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Acquit</xmp:CreatorTool><pdf:Producer>Acquit</pdf:Producer>
<xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
};

/** Annotations of an archive file are printed (ISO 19005-2, 6.3.2). */
const printedAnnotations = (document: PDFDocument): void => {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots();
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookupMaybe(index, PDFDict);
      annotation?.set(PDFName.of('F'), PDFNumber.of(4));
    }
  }
};

/**
 * Makes a file of our own pages one for archives, PDF/A-2b: colour space, metadata, identifier. Only for pages
 * that pdfmake set with embedded fonts: with copies of others appended the claim would be false.
 * @param language « fr-FR » or « en-GB ».
 */
export const declareArchive = (document: PDFDocument, facts: PdfFacts, language: string): void => {
  const { context, catalog } = document;
  const profile = context.register(context.stream(packedProfile(), { N: 3, Filter: 'FlateDecode' }));
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      context.obj({
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
        Info: PDFString.of('sRGB IEC61966-2.1'),
        DestOutputProfile: profile,
      }),
    ]),
  );
  const xmp = metadata(facts, language);
  catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(Buffer.from(xmp, 'utf8'), { Type: 'Metadata', Subtype: 'XML' })),
  );
  printedAnnotations(document);
  // From the facts and not from a clock: the same letter gives the same file.
  const identifier = PDFHexString.of(
    createHash('md5').update(xmp).update(String(document.getPageCount())).digest('hex'),
  );
  const both = PDFArray.withContext(context);
  both.push(identifier);
  both.push(identifier);
  context.trailerInfo.ID = both;
};

import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';

/** A copy of an invoice with everything in it that a PDF can do and paper cannot. */
export const hostileCopy = async (text = 'FACTURE FA2026-001'): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595.28, 841.89]);
  page.drawText(text, { x: 60, y: 760, size: 20, font });
  const wide = document.addPage([841.89, 595.28]);
  wide.drawText('PAGE LARGE', { x: 60, y: 500, size: 20, font });
  const turned = document.addPage([841.89, 595.28]);
  turned.drawText('PAGE TOURNEE', { x: 60, y: 500, size: 20, font });
  turned.setRotation(degrees(90));
  document.addPage([300, 200]);
  document.addJavaScript('start', 'app.alert("sprung");');
  await document.attach(new TextEncoder().encode('attached file'), 'payload.exe', {
    mimeType: 'application/x-msdownload',
  });
  const { context } = document;
  const script = context.obj({ S: 'JavaScript', JS: PDFString.of('app.launchURL("http://evil.example")') });
  document.catalog.set(PDFName.of('OpenAction'), script);
  document.catalog.set(PDFName.of('AA'), context.obj({ WC: script }));
  page.node.set(PDFName.of('AA'), context.obj({ O: script }));
  const appearance = context.register(
    context.stream('0 0 0 rg 10 w 0 0 m 100 40 l S BT /F1 18 Tf 5 12 Td (PAYE) Tj ET', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 40],
      Resources: context.obj({ Font: { F1: font.ref } }),
    }),
  );
  const annotations = [
    { Subtype: 'Link', Rect: [0, 0, 200, 200], A: context.obj({ S: 'Launch', F: PDFString.of('calc.exe') }) },
    {
      Subtype: 'Link',
      Rect: [0, 0, 200, 200],
      A: context.obj({ S: 'URI', URI: PDFString.of('http://evil.example/') }),
    },
    {
      Subtype: 'Stamp',
      Rect: [300, 600, 400, 640],
      F: 4,
      AP: context.obj({ N: appearance }),
      AA: context.obj({ E: script }),
    },
  ].map((annotation) => context.register(context.obj({ Type: 'Annot', ...annotation })));
  page.node.set(PDFName.of('Annots'), context.obj(annotations));
  return document.save();
};

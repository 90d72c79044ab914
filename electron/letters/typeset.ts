import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pdfmakeModule from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { letterFont } from '../../shared/letters/page-measures.ts';
import type { PageDocument } from '../../shared/letters/page-node.ts';
import { joinWords } from './joined-words.ts';
import { markContent } from './marked-content.ts';
import { quickenStyles } from './style-lookup.ts';

/** Styles of the letter font and their files in assets/fonts. */
const fontFiles = {
  normal: 'SourceSerif4-Regular.ttf',
  bold: 'SourceSerif4-SemiBold.ttf',
  italics: 'SourceSerif4-Italic.ttf',
  bolditalics: 'SourceSerif4-SemiBold.ttf',
} as const;

/** Not in the types: the files that pdfmake may read, held in memory. */
interface VirtualFiles {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
}

type Pdfmake = typeof pdfmakeModule;

let ready: Promise<Pdfmake> | undefined;

/**
 * Loads pdfmake only now: it takes half a second, and the builder may lay this file beside what main needs at
 * its start. Gives it the fonts from memory and closes both its doors: a letter can make it read no file and
 * fetch no address.
 */
const prepare = async (fontsFolder: string): Promise<Pdfmake> => {
  const { default: pdfmake } = await import('pdfmake');
  const { virtualfs } = pdfmake as unknown as VirtualFiles;
  for (const name of new Set(Object.values(fontFiles)))
    virtualfs.writeFileSync(name, await readFile(join(fontsFolder, name)));
  quickenStyles();
  joinWords();
  markContent();
  pdfmake.setFonts({ [letterFont]: { ...fontFiles } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
};

/**
 * Lays a document out as PDF. Every document parses its fonts anew: parsed fonts that are shared lose text
 * in the later documents (a glyph first met as a part of « É » has no code point afterwards).
 * @param fontsFolder folder of assets/fonts; read once for the life of the process.
 */
export const typeset = async (definition: PageDocument, fontsFolder: string): Promise<Uint8Array> => {
  ready ??= prepare(fontsFolder);
  let pdfmake: Pdfmake;
  try {
    pdfmake = await ready;
  } catch (error) {
    ready = undefined;
    throw error;
  }
  return pdfmake.createPdf(definition as unknown as TDocumentDefinitions).getBuffer();
};

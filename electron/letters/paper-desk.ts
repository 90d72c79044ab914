import type { Day } from '../../shared/dates/day.ts';
import { formatDay } from '../../shared/dates/format-day.ts';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type {
  DepositList,
  ExaminedCopy,
  ExcerptPart,
  MadePdf,
  PrintSetup,
} from '../../shared/ipc/print-contract.ts';
import type { ProcedureSheet } from '../../shared/ipc/procedure-sheet-contract.ts';
import type { PageDocument } from '../../shared/letters/page-node.ts';
import { layoutOf } from '../../shared/letters/print-setup.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { copyFailureTexts } from './copy-failure.ts';
import type { PreviewCache } from './preview-cache.ts';

/** What is printed beside the letters themselves. */
export interface PaperDesk {
  /** Which of these files can be appended to a letter. */
  readonly examineCopies: (hashes: readonly string[]) => Promise<IpcOutcome<readonly ExaminedCopy[]>>;
  /** Pages of kept PDFs as a PDF of their own. */
  readonly excerpt: (parts: readonly ExcerptPart[]) => Promise<IpcOutcome<MadePdf>>;
  readonly calibrationPage: (setup: PrintSetup) => Promise<IpcOutcome<MadePdf>>;
  readonly depositList: (list: DepositList) => Promise<IpcOutcome<MadePdf>>;
  readonly procedureSheet: (sheet: ProcedureSheet) => Promise<IpcOutcome<MadePdf>>;
  /** A document of the store, or one that is only kept for a while to be looked at. */
  readonly bytesOf: (hash: string) => Promise<Uint8Array | undefined>;
}

const failed = (kind: string, message: string): IpcOutcome<never> => ({
  ok: false,
  error: { kind, message },
});

export const createPaperDesk = (parts: {
  readonly fontsFolder: string;
  readonly documents: () => Pick<DocumentStore, 'read' | 'put'>;
  readonly previews: Pick<PreviewCache, 'put' | 'get'>;
  readonly today: () => Day;
}): PaperDesk => {
  const { fontsFolder, documents, previews } = parts;
  const bytesOf = async (hash: string): Promise<Uint8Array | undefined> => {
    const preview = previews.get(hash);
    if (preview) return preview;
    const read = await documents().read(hash);
    return read.ok ? read.value : undefined;
  };
  const kept = async (
    bytes: Uint8Array,
    pageCount: number,
    put: PreviewCache['put'],
  ): Promise<IpcOutcome<MadePdf>> => {
    const hash = await put(bytes);
    return hash.ok
      ? { ok: true, value: { hash: hash.value, pageCount } }
      : failed(
          hash.error.kind,
          'Le document n’a pas pu être enregistré. Vérifiez le disque, puis réessayez.',
        );
  };
  const made = async (definition: PageDocument, put: PreviewCache['put']): Promise<IpcOutcome<MadePdf>> => {
    // The typesetter takes a third of a second to load: not before it is needed.
    const { archivedDocument } = await import('./archived-document.ts');
    const { bytes, pageCount } = await archivedDocument(definition, fontsFolder);
    return kept(bytes, pageCount, put);
  };
  return {
    examineCopies: async (hashes) => {
      const { openCopy } = await import('./copy-file.ts');
      const examined: ExaminedCopy[] = [];
      for (const hash of hashes) {
        const bytes = await bytesOf(hash);
        const copy = bytes
          ? await openCopy(bytes)
          : { ok: false as const, error: { kind: 'missing' as const } };
        examined.push(
          copy.ok
            ? { hash, pageCount: copy.value.pageCount }
            : { hash, problem: copyFailureTexts[copy.error.kind] },
        );
      }
      return { ok: true, value: examined };
    },
    excerpt: async (wanted) => {
      const { excerptOf } = await import('./excerpt.ts');
      const sources: { bytes: Uint8Array; part: ExcerptPart }[] = [];
      for (const part of wanted) {
        const bytes = await bytesOf(part.hash);
        if (!bytes)
          return failed(
            'missing-document',
            'Un des courriers n’est plus dans le dossier d’Acquit, ou il est abîmé. Restaurez une sauvegarde pour le retrouver.',
          );
        sources.push({ bytes, part });
      }
      const day = parts.today();
      const excerpt = await excerptOf(sources, { day, stamp: `DUPLICATA du ${formatDay(day)}`, fontsFolder });
      return excerpt === undefined
        ? failed('no-page', 'Ce document n’a pas ces pages.')
        : kept(excerpt.bytes, excerpt.pageCount, previews.put);
    },
    calibrationPage: async (setup) => {
      const { calibrationPage } = await import('../../shared/letters/calibration-page.ts');
      return made(calibrationPage(layoutOf(setup), setup.printer), previews.put);
    },
    procedureSheet: async (sheet) => {
      const { procedureSheetDocument } = await import('../../shared/cases/procedure-sheet.ts');
      return made(procedureSheetDocument(sheet), previews.put);
    },
    bytesOf,
    depositList: async (list) => {
      const { depositListDocument } = await import('../../shared/letters/deposit-list.ts');
      // It comes back stamped, as proof: what was printed is kept.
      return made(depositListDocument(list), documents().put);
    },
  };
};

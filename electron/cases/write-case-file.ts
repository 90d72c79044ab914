import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  type Bordereau,
  type BordereauRow,
  bordereauDocument,
} from '../../shared/cases/bordereau-document.ts';
import { figureProblems } from '../../shared/cases/case-figures.ts';
import { caseFile } from '../../shared/cases/case-file.ts';
import type { CaseFileContent } from '../../shared/cases/case-file-entry.ts';
import { casePaperDocument } from '../../shared/cases/case-paper-document.ts';
import type { Day } from '../../shared/dates/day.ts';
import { formatDay } from '../../shared/dates/format-day.ts';
import { settingsOf } from '../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import type { PageDocument } from '../../shared/letters/page-node.ts';
import { statementDocument } from '../../shared/letters/statement-document.ts';
import { statementModel } from '../../shared/letters/statement-model.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { freeFileName, readableFileName } from '../documents/readable-file-name.ts';
import { sniffExtension } from '../documents/sniff-extension.ts';
import { createZipWriter, ZipTooLargeError } from '../export/zip-writer.ts';
import { ioCode, writeAtomically } from '../mirror/durable-file.ts';

export type CaseFileFailure =
  | { readonly kind: 'no-case' }
  /** A sum of the claim is not known. */
  | { readonly kind: 'incomplete'; readonly reason: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'io'; readonly code: string; readonly fileName: string };

export interface CaseFileOptions {
  readonly ledger: Ledger;
  readonly caseId: string;
  readonly today: Day;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly typeset: (document: PageDocument) => Promise<Uint8Array>;
  /** Full path of the ZIP; a file of that name is replaced once the new one is complete. */
  readonly path: string;
  readonly nowMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface CaseFileDone {
  /** SHA-256 of the ZIP. */
  readonly hash: string;
  readonly pieces: number;
  /** Titles of documents that are damaged or gone on this PC; the bordereau names them as not joined. */
  readonly missing: readonly string[];
}

class Cancelled extends Error {}

const compressed = new Set(['zip', 'png', 'jpg', 'jpeg', 'pdf']);
const extensionOf = (name: string): string => name.split('.').at(-1) ?? '';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A name in ASCII: the courts' own platforms and old unzippers take nothing else, and the sums must be checked
 * wherever the file is opened.
 */
const unaccented = (name: string): string =>
  name
    .replace(
      /[œŒæÆ°€]/gu,
      (sign) => ({ œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', '°': 'o', '€': 'EUR' })[sign] ?? '',
    )
    .replace(/[’‘]/gu, "'")
    .replace(/\p{Pd}/gu, '-')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\x20-\x7E]+/gu, ' ');

interface Piece extends BordereauRow {
  /** Again from the store when it is written: never more than one file in memory. */
  readonly read: () => Promise<Uint8Array | undefined>;
}

const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
};

/**
 * Writes the « dossier contentieux » of a case: `00_bordereau_de_pieces.pdf`, the pieces numbered in their folders
 * under names that every system takes, a note for counsel and the tables for a spreadsheet, and the list of all
 * hashes. A piece that is lost keeps its number. The file appears when it is complete.
 */
export const writeCaseFile = async (
  options: CaseFileOptions,
): Promise<Result<CaseFileDone, CaseFileFailure>> => {
  const { ledger, caseId, today, documents, typeset, path, nowMs, signal, onProgress } = options;
  const legalCase = ledger.legalCases.get(caseId);
  const file = legalCase && caseFile(ledger, legalCase, today);
  if (!file) return fail({ kind: 'no-case' });
  const [reason] = figureProblems(file.figures);
  if (reason !== undefined) return fail({ kind: 'incomplete', reason });
  const company = settingsOf(ledger, 'company');
  const { statement, client } = file.figures;
  const goOn = (): void => {
    if (signal?.aborted) throw new Cancelled();
  };

  const bytesOf = async (content: CaseFileContent): Promise<Uint8Array | undefined> => {
    if (content.kind === 'paper') return typeset(casePaperDocument(content.paper));
    if (content.kind === 'statement')
      return typeset(statementDocument(statementModel(statement, company, today)));
    const read = await documents.read(content.hash);
    if (read.ok) return read.value;
    if (read.error.kind === 'io') throw Object.assign(new Error('document'), { code: read.error.code });
    return undefined;
  };

  const gone: string[] = [];
  const total = 2 * file.sections.reduce((sum, section) => sum + section.entries.length, 0);
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress?.(done, total);
  };
  const collect = async () => {
    const pieces: Piece[] = [];
    const sections: Bordereau['sections'][number][] = [];
    for (const section of file.sections) {
      const taken = new Set<string>();
      const rows: Piece[] = [];
      const lost: string[] = [];
      for (const entry of section.entries) {
        goOn();
        const bytes = await bytesOf(entry.content);
        step();
        if (bytes === undefined) {
          lost.push(`pièce ${entry.number}, ${entry.title} (introuvable sur ce PC)`);
          gone.push(entry.title);
          continue;
        }
        const wanted = readableFileName(
          unaccented(`${String(entry.number).padStart(3, '0')} ${entry.content.fileName}`),
          sniffExtension(bytes),
        );
        const name = freeFileName(wanted, (candidate) => taken.has(candidate.toLowerCase()));
        taken.add(name.toLowerCase());
        // What Acquit sets is small and kept; what is stored is read again.
        const kept = entry.content.kind === 'document' ? undefined : bytes;
        rows.push({
          number: entry.number,
          title: entry.title,
          on: entry.on,
          path: `${section.folder}/${name}`,
          sha256: sha256(bytes),
          read: async () => kept ?? (await bytesOf(entry.content)),
        });
      }
      pieces.push(...rows);
      sections.push({ title: section.title, rows, missing: [...section.missing, ...lost] });
    }
    return { pieces, sections };
  };

  try {
    const { pieces, sections } = await collect();
    const { totals } = statement;
    const bordereau = await typeset(
      bordereauDocument({
        writtenOn: today,
        creditor: company.name,
        debtor: client.name,
        figures: [
          [`Principal au ${formatDay(today)}`, totals.principalCents],
          ['Intérêts', totals.interestCents],
          ['Indemnités forfaitaires', totals.indemnityCents],
          ...(totals.creditsCents === 0 ? [] : [['À déduire', -totals.creditsCents] as const]),
          ['Total', totals.totalCents],
        ],
        sections,
      }),
    );
    const note = await typeset(casePaperDocument(file.note));
    await writeAtomically(path, async (handle) => {
      const zip = createZipWriter(handle, nowMs);
      await zip.add('00_bordereau_de_pieces.pdf', [bordereau], true);
      await zip.add('00_note_de_synthese.pdf', [note], true);
      for (const piece of pieces) {
        goOn();
        const bytes = await piece.read();
        if (bytes === undefined || sha256(bytes) !== piece.sha256)
          throw Object.assign(new Error('document'), { code: 'ECHANGED' });
        await zip.add(piece.path, [bytes], compressed.has(extensionOf(piece.path)));
        step();
      }
      for (const { fileName, text } of file.sheets)
        await zip.add(`tableurs/${fileName}`, [Buffer.from(text)]);
      const sums = zip.written().map((one) => `${one.sha256}  ${one.path}\n`);
      await zip.add('SHA256SUMS', [Buffer.from(sums.join(''))]);
      await zip.end();
    });
    return ok({ hash: await hashOfFile(path), pieces: pieces.length, missing: gone });
  } catch (error) {
    if (error instanceof Cancelled) return fail({ kind: 'cancelled' });
    if (error instanceof ZipTooLargeError) return fail({ kind: 'too-large' });
    return fail({ kind: 'io', code: ioCode(error), fileName: basename(path) });
  }
};

/** What happened to a case file and what to do, French. */
export const caseFileFailureText = (failure: CaseFileFailure): string => {
  switch (failure.kind) {
    case 'incomplete':
      return failure.reason;
    case 'no-case':
      return 'Ce dossier n’existe plus.';
    case 'cancelled':
      return 'La création du dossier est annulée. Rien n’a été enregistré.';
    case 'too-large':
      return 'Les pièces dépassent ce qu’un fichier ZIP peut contenir (4\u00A0Go). Retirez les plus lourdes.';
    default:
      return failure.code === 'ENOSPC' || failure.code === 'EDQUOT'
        ? 'Le disque est plein\u00A0: le dossier n’a pas été enregistré. Choisissez un autre disque.'
        : `Le dossier n’a pas pu être enregistré sous «\u00A0${failure.fileName}\u00A0» (${failure.code}). Choisissez un autre emplacement.`;
  }
};

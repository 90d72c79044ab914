import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type { PrintedStatement, RenderedStatement } from '../../shared/ipc/statement-print-contract.ts';
import { statementDocument } from '../../shared/letters/statement-document.ts';
import type { PreviewCache } from './preview-cache.ts';

/** The channel `statementRender`: a décompte set, and kept in memory under the hash it answers. */
export const createStatementRenderer =
  ({ fontsFolder, put }: { readonly fontsFolder: string; readonly put: PreviewCache['put'] }) =>
  async (statement: PrintedStatement): Promise<IpcOutcome<RenderedStatement>> => {
    // The typesetter takes a third of a second to load: not before the first décompte.
    const { archivedDocument } = await import('./archived-document.ts');
    const { bytes, pageCount } = await archivedDocument(statementDocument(statement), fontsFolder);
    const kept = await put(bytes);
    if (!kept.ok)
      return {
        ok: false,
        error: { kind: kept.error.kind, message: 'Le décompte n’a pas pu être mis en page. Réessayez.' },
      };
    return {
      ok: true,
      value: { hash: kept.value, pageCount, bytes },
    };
  };

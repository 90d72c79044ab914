import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { tabSeparatedTable } from '../../../shared/exporting/csv.ts';
import { exportFileName } from '../../../shared/exporting/export-file-name.ts';
import type { ExportSource } from '../../../shared/exporting/export-table.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useToday } from '../ledger-context.tsx';
import { showRefusal } from '../use-run.tsx';
import { useSaveFile } from '../use-save-file.ts';
import { collectTable, exportBytes } from './export-bytes.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'text';

const copiedText = (rows: number): string =>
  rows === 1 ? '1 ligne copiée' : `${formatCount(rows)} lignes copiées`;

/**
 * Saves a table where the user says, or copies it as text with tabs, and tells him how it went.
 * @returns `run(format)`, and whether one is under way.
 */
export const useExport = (
  source: () => ExportSource | Promise<ExportSource>,
): { readonly isBusy: boolean; readonly run: (format: ExportFormat) => Promise<void> } => {
  const save = useSaveFile();
  const today = useToday();
  const [isBusy, setBusy] = useState(false);
  const run = useCallback(
    async (format: ExportFormat): Promise<void> => {
      setBusy(true);
      try {
        const table = await collectTable(await source());
        if (format === 'text') {
          const copied = await bridge.copyText(tabSeparatedTable(table));
          if (copied.ok) notifications.show({ message: copiedText(table.rows.length), autoClose: 4000 });
          else showRefusal(copied.error.message);
        } else
          await save(
            exportFileName(table.name, table.on ?? today, format),
            await exportBytes({ format, table }),
          );
      } finally {
        setBusy(false);
      }
    },
    [source, save, today],
  );
  return { isBusy, run };
};

import { Menu } from '@mantine/core';
import { ClipboardCopy, FileSpreadsheet, FileText } from 'lucide-react';
import type { ExportFormat } from './use-export.ts';

interface ExportItemsProps {
  /** Said before « Excel » and « CSV » where the menu is about other things too. */
  readonly prefix?: string;
  readonly run: (format: ExportFormat) => Promise<void>;
}

/** The files that a table can leave as, among the entries of a menu. */
export const ExportFiles = ({ prefix = '', run }: ExportItemsProps) => (
  <>
    <Menu.Item
      leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
      onClick={() => void run('xlsx')}
    >
      {prefix}Excel (.xlsx)
    </Menu.Item>
    <Menu.Item leftSection={<FileText size={16} aria-hidden="true" />} onClick={() => void run('csv')}>
      {prefix}CSV
    </Menu.Item>
  </>
);

/** The files, and the clipboard. */
export const ExportItems = ({ run }: ExportItemsProps) => (
  <>
    <ExportFiles run={run} />
    <Menu.Item leftSection={<ClipboardCopy size={16} aria-hidden="true" />} onClick={() => void run('text')}>
      Copier
    </Menu.Item>
  </>
);

import { Button, Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import type { ExportSource } from '../../../shared/exporting/export-table.ts';
import { ExportItems } from './export-items.tsx';
import { useExport } from './use-export.ts';

/** « Exporter »: the table on the screen as a workbook, as CSV or as text for the clipboard. */
export const ExportMenu = ({
  source,
  disabled = false,
  compact = false,
  label = 'Exporter',
}: {
  /** The table as it is shown: filtered, sorted, with all its rows. Asked for when the user chooses. */
  readonly source: () => ExportSource | Promise<ExportSource>;
  readonly disabled?: boolean;
  /** In the title line of a card. */
  readonly compact?: boolean;
  /** Says what is exported where it is not the table that stands below. */
  readonly label?: string;
}) => {
  const { isBusy, run } = useExport(source);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          flex="none"
          size={compact ? 'compact-sm' : 'sm'}
          leftSection={<Download size={compact ? 14 : 16} aria-hidden="true" />}
          disabled={disabled}
          loading={isBusy}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ExportItems run={run} />
      </Menu.Dropdown>
    </Menu>
  );
};

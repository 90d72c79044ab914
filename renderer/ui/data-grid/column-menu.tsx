import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import type { GridColumn } from './grid-column.ts';

/** « Colonnes »: which ones are shown. */
export const ColumnMenu = <Row,>({
  columns,
  shown,
  onChoose,
}: {
  readonly columns: readonly GridColumn<Row>[];
  readonly shown: Readonly<Record<string, boolean>>;
  readonly onChoose: (columnId: string, shown: boolean) => void;
}) => (
  <Popover position="bottom-end" withArrow trapFocus>
    <Popover.Target>
      <Button variant="default" leftSection={<Columns3 size={16} aria-hidden="true" />}>
        Colonnes
      </Button>
    </Popover.Target>
    <Popover.Dropdown>
      <Stack gap="xs">
        {columns
          .filter(({ hideable }) => hideable !== false)
          .map(({ id, header }) => (
            <Checkbox
              key={id}
              label={header}
              checked={shown[id] === true}
              onChange={(event) => onChoose(id, event.currentTarget.checked)}
            />
          ))}
      </Stack>
    </Popover.Dropdown>
  </Popover>
);

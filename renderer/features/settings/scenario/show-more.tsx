import { Button } from '@mantine/core';

/** Under a table that shows its first rows. */
export const ShowMore = ({
  shown,
  all,
  onMore,
}: {
  readonly shown: number;
  readonly all: number;
  readonly onMore: () => void;
}) =>
  all <= shown ? null : (
    <Button variant="subtle" size="compact-sm" mt="xs" onClick={onMore}>
      {`Afficher les suivants (${all - shown} de plus)`}
    </Button>
  );

import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatCount } from '../../../shared/money/format-count.ts';
import { bridge } from '../../bridge/bridge.ts';
import classes from './to-print.module.css';

/**
 * How far a batch is, and « Annuler ». Main tells every letter: what is told is kept here and not beside the
 * list, whose hundreds of rows would be drawn anew a thousand times, with the click on « Annuler » behind them.
 */
export const BatchProgress = ({
  total,
  onCancel,
}: {
  readonly total: number;
  readonly onCancel: () => void;
}) => {
  const [done, setDone] = useState(0);
  useEffect(
    () =>
      bridge.on('letterProgress', (progress) => {
        // A preview of one letter reports as well.
        if (progress.total === total) setDone(progress.done);
      }),
    [total],
  );
  return (
    <>
      <Progress
        className={classes.progress ?? ''}
        value={(100 * done) / total}
        aria-label="Préparation des courriers"
      />
      <span className="figures">
        {formatCount(done)} / {formatCount(total)}
      </span>
      <Button variant="default" onClick={onCancel}>
        Annuler
      </Button>
    </>
  );
};

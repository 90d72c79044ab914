import { Button } from '@mantine/core';
import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { bridge } from '../../../bridge/bridge.ts';
import classes from './company.module.css';
import { printableImage } from './printable-image.ts';

/** A picture printed on letters: chosen from a file, kept in the document store, shown as on paper. */
export const ImageField = ({
  label,
  hash,
  onChange,
}: {
  readonly label: string;
  /** Empty = none. */
  readonly hash: string;
  readonly onChange: (hash: string) => void;
}) => {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const choose = async (): Promise<void> => {
    setProblem(undefined);
    const picked = await bridge.pickFile('image');
    if (!picked.ok) return setProblem(picked.error.message);
    if (picked.value === null) return;
    const image = await printableImage(new Uint8Array(picked.value.bytes));
    if (!image.ok) return setProblem(image.error.message);
    const stored = await bridge.documentPut(image.value);
    if (!stored.ok) return setProblem(stored.error.message);
    onChange(stored.value.hash);
  };
  return (
    <fieldset className={classes.image}>
      <legend className={classes.imageLabel}>{label}</legend>
      <div className={classes.imageRow}>
        <div className={classes.paper}>
          {hash === '' ? (
            <ImagePlus size={20} strokeWidth={1.5} aria-hidden="true" />
          ) : (
            <img src={`app://acquit/documents/${hash}.png`} alt={`${label} actuel`} />
          )}
        </div>
        <div className={classes.imageActions}>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            aria-label={`${label}\u00A0: ${hash === '' ? 'choisir' : 'remplacer'}`}
            onClick={() => {
              setBusy(true);
              void choose().finally(() => setBusy(false));
            }}
          >
            {hash === '' ? 'Choisir…' : 'Remplacer…'}
          </Button>
          {hash !== '' && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${label}\u00A0: retirer`}
              onClick={() => onChange('')}
            >
              Retirer
            </Button>
          )}
        </div>
      </div>
      {problem !== undefined && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
};

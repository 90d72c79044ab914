import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '../../shared/result.ts';

/** What a field passes on to the text input under it. */
export type FigureInputProps = Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'error' | 'label' | 'inputMode'
> & { readonly label: string; readonly error?: string | undefined };

/**
 * A figure typed as people write it. Every keystroke gives what was read, so that Enter submits what is seen;
 * leaving the field writes the figure out, or says what is wrong.
 * @param read the figure of a text; the kind of its failure decides the sentence.
 * @param written the figure as it stands in the field, without its unit.
 * @param problemOf French; undefined for a text that is merely empty.
 */
export const FigureInput = <Figure extends number, Failure extends { readonly kind: string }>({
  label,
  error,
  unit,
  value,
  onChange,
  read,
  written,
  problemOf,
  ...passed
}: FigureInputProps & {
  readonly unit: string;
  readonly value: Figure | undefined;
  readonly onChange: (value: Figure | undefined) => void;
  readonly read: (text: string) => Result<Figure, Failure>;
  readonly written: (value: Figure) => string;
  readonly problemOf: (failure: Failure) => string | undefined;
}) => {
  const inField = (figure: Figure | undefined): string => (figure === undefined ? '' : written(figure));
  const [text, setText] = useState(() => inField(value));
  const [told, setTold] = useState(value);
  const [left, setLeft] = useState(false);
  if (value !== told) {
    setTold(value);
    setText(inField(value));
  }
  const parsed = read(text);
  const problem = parsed.ok ? undefined : problemOf(parsed.error);
  return (
    <TextInput
      autoComplete="off"
      rightSection={<span aria-hidden="true">{unit}</span>}
      {...passed}
      label={label}
      inputMode="decimal"
      value={text}
      error={left || error !== undefined ? (problem ?? error) : undefined}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        setLeft(false);
        const result = read(next);
        const figure = result.ok ? result.value : undefined;
        setTold(figure);
        onChange(figure);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        passed.onFocus?.(event);
      }}
      onBlur={(event) => {
        setLeft(true);
        if (parsed.ok) setText(written(parsed.value));
        passed.onBlur?.(event);
      }}
    />
  );
};

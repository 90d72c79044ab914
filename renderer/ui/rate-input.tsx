import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatRate } from '../../shared/law/format-rate.ts';
import { parseRate, type RateError } from '../../shared/law/parse-rate.ts';
import { unreachable } from '../../shared/result.ts';

const problemOf = (kind: RateError['kind']): string | undefined => {
  switch (kind) {
    case 'empty':
      return undefined;
    case 'not-a-rate':
      return 'Écrivez un taux, par exemple 2,40.';
    case 'too-precise':
      return 'Deux chiffres après la virgule au plus.';
    case 'too-large':
      return 'Un taux est de 100\u00A0% au plus.';
    default:
      return unreachable(kind);
  }
};

/** Without its sign, which stands in the field already. */
const written = (value: number | undefined): string =>
  value === undefined ? '' : formatRate(value).replace(/\u00A0%$/u, '');

type Passed = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'error' | 'label' | 'inputMode'>;

/**
 * A yearly rate in percent typed as it is published (`2,40`, `2.4`). Every keystroke gives the basis points;
 * leaving the field writes the rate out, or says what is wrong.
 * @param onChange basis points, 0 to 10,000; undefined while the text is empty or no rate.
 */
export const RateInput = ({
  label,
  value,
  onChange,
  error,
  ...passed
}: Passed & {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly error?: string | undefined;
}) => {
  const [text, setText] = useState(() => written(value));
  const [told, setTold] = useState(value);
  const [left, setLeft] = useState(false);
  if (value !== told) {
    setTold(value);
    setText(written(value));
  }
  const parsed = parseRate(text);
  const problem = parsed.ok ? undefined : problemOf(parsed.error.kind);
  return (
    <TextInput
      autoComplete="off"
      rightSection={<span aria-hidden="true">%</span>}
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
        const read = parseRate(next);
        const rate = read.ok ? read.value : undefined;
        setTold(rate);
        onChange(rate);
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

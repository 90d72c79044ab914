import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { Cents } from '../../shared/money/cents.ts';
import { formatPlainAmount } from '../../shared/money/format-amount.ts';
import { type AmountError, parseAmount } from '../../shared/money/parse-amount.ts';
import { unreachable } from '../../shared/result.ts';

const problemOf = (kind: AmountError['kind']): string | undefined => {
  switch (kind) {
    case 'empty':
      return undefined;
    case 'not-an-amount':
      return 'Écrivez un montant, par exemple 1 234,50.';
    case 'ambiguous':
      return 'Écrivez les centimes, par exemple 1234,00.';
    case 'too-precise':
      return 'Deux chiffres après la virgule au plus.';
    case 'too-large':
      return 'Ce montant est trop grand.';
    default:
      return unreachable(kind);
  }
};

const written = (value: Cents | undefined): string => (value === undefined ? '' : formatPlainAmount(value));

type Passed = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'error' | 'label' | 'inputMode'>;

/**
 * An amount typed as people write it (`1234,5`, `1 234.50`). Every keystroke gives the parsed cents, so that
 * Enter submits what is seen; leaving the field writes it out in full, or says what is wrong.
 * @param onChange undefined while the text is empty or no amount.
 * @param allowNegative accepts amounts below zero (a bank balance).
 */
export const AmountInput = ({
  label,
  value,
  onChange,
  error,
  allowNegative = false,
  ...passed
}: Passed & {
  readonly label: string;
  readonly value: Cents | undefined;
  readonly onChange: (value: Cents | undefined) => void;
  readonly error?: string | undefined;
  readonly allowNegative?: boolean;
}) => {
  const [text, setText] = useState(() => written(value));
  const [told, setTold] = useState(value);
  const [left, setLeft] = useState(false);
  if (value !== told) {
    setTold(value);
    setText(written(value));
  }
  const parsed = parseAmount(text);
  const negative = parsed.ok && parsed.value < 0 && !allowNegative;
  const problem = negative
    ? 'Le montant ne peut pas être négatif.'
    : parsed.ok
      ? undefined
      : problemOf(parsed.error.kind);
  const shown = left || error !== undefined ? (problem ?? error) : undefined;
  return (
    <TextInput
      autoComplete="off"
      rightSection={<span aria-hidden="true">€</span>}
      {...passed}
      label={label}
      inputMode="decimal"
      value={text}
      error={shown}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        setLeft(false);
        const read = parseAmount(next);
        const amount = read.ok && (allowNegative || read.value >= 0) ? read.value : undefined;
        setTold(amount);
        onChange(amount);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        passed.onFocus?.(event);
      }}
      onBlur={(event) => {
        setLeft(true);
        if (parsed.ok && !negative) setText(written(parsed.value));
        passed.onBlur?.(event);
      }}
    />
  );
};

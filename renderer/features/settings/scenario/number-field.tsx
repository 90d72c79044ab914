import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A whole number in a scenario: NaN where the field is empty, which the check then refuses. */
export const NumberField = ({
  label,
  suffix,
  value,
  onChange,
  onBlur,
  error,
  description,
  allowNegative = false,
}: {
  readonly label: string;
  readonly suffix: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly allowNegative?: boolean;
}) => (
  <NumberInput
    label={label}
    suffix={suffix}
    hideControls
    allowDecimal={false}
    allowNegative={allowNegative}
    inputWrapperOrder={['label', 'input', 'error', 'description']}
    value={Number.isNaN(value) ? '' : value}
    error={error}
    description={description}
    onChange={(typed) => onChange(typed === '' ? Number.NaN : Number(typed))}
    {...(onBlur ? { onBlur } : {})}
  />
);

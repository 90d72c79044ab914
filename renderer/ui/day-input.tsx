import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { Calendar } from 'lucide-react';
import { useState } from 'react';
import { type Day, isDay } from '../../shared/dates/day.ts';
import { formatDay, formatFullDay } from '../../shared/dates/format-day.ts';
import { type DayError, parseDay } from '../../shared/dates/parse-day.ts';
import { unreachable } from '../../shared/result.ts';
import { today } from '../bridge/application-clock.ts';

const problemOf = (kind: DayError['kind']): string | undefined => {
  switch (kind) {
    case 'empty':
      return undefined;
    case 'no-such-day':
      return 'Cette date n’existe pas.';
    case 'not-a-day':
    case 'needs-today':
      return 'Écrivez une date, par exemple 31/12/2026 ou « demain ».';
    default:
      return unreachable(kind);
  }
};

const written = (value: Day | undefined): string => (value === undefined ? '' : formatDay(value));

type Passed = Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'error' | 'label' | 'rightSection'
>;

/**
 * A day typed as people write it (`31/12/26`, `31-12-2026`, « demain », « fin de mois ») or picked from a
 * calendar. Every keystroke gives the parsed day; leaving the field writes it out, or says what is wrong.
 * @param onChange undefined while the text is empty or no day.
 */
export const DayInput = ({
  label,
  value,
  onChange,
  error,
  minDay,
  maxDay,
  ...passed
}: Passed & {
  readonly label: string;
  readonly value: Day | undefined;
  readonly onChange: (value: Day | undefined) => void;
  readonly error?: string | undefined;
  /** First and last day that the calendar offers; what is typed is for the command to judge. */
  readonly minDay?: Day | undefined;
  readonly maxDay?: Day | undefined;
}) => {
  const [text, setText] = useState(() => written(value));
  const [told, setTold] = useState(value);
  const [left, setLeft] = useState(false);
  const [opened, setOpened] = useState(false);
  if (value !== told) {
    setTold(value);
    setText(written(value));
  }
  const parsed = parseDay(text, { today: today() });
  const problem = parsed.ok ? undefined : problemOf(parsed.error.kind);
  const shown = left || error !== undefined ? (problem ?? error) : undefined;
  const tell = (next: Day | undefined): void => {
    setTold(next);
    onChange(next);
  };
  return (
    <TextInput
      autoComplete="off"
      placeholder="jj/mm/aaaa"
      {...passed}
      label={label}
      value={text}
      error={shown}
      title={value === undefined ? undefined : formatFullDay(value)}
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        setLeft(false);
        const read = parseDay(next, { today: today() });
        tell(read.ok ? read.value : undefined);
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
      rightSection={
        <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              size="sm"
              aria-label={`${label} : ouvrir le calendrier`}
              disabled={passed.disabled === true}
              onClick={() => setOpened((was) => !was)}
            >
              <Calendar size={16} aria-hidden="true" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={`${label} : calendrier`}>
            <DatePicker
              value={value ?? null}
              defaultDate={value ?? today()}
              {...(minDay === undefined ? {} : { minDate: minDay })}
              {...(maxDay === undefined ? {} : { maxDate: maxDay })}
              // Escape closes the calendar first, and not the dialog round it.
              getDayProps={() => ({ 'data-mantine-stop-propagation': 'true' })}
              // Red is kept for what needs the user.
              weekendDays={[]}
              ariaLabels={{ previousMonth: 'Mois précédent', nextMonth: 'Mois suivant' }}
              onChange={(picked) => {
                if (picked === null || !isDay(picked)) return;
                setText(written(picked));
                tell(picked);
                setOpened(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
};

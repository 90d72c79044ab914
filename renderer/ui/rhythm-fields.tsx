import { Chip, Group, Input, NumberInput, Select } from '@mantine/core';
import type { ReminderRhythm } from '../../shared/ledger/client.ts';
import { weekdayNames, workingWeekdays } from '../../shared/reminders/rhythm-text.ts';
import { capitalised } from './capitalised.ts';

type Kind = ReminderRhythm['kind'] | 'general';

const kinds: readonly { readonly value: ReminderRhythm['kind']; readonly label: string }[] = [
  { value: 'daily', label: 'Tous les jours ouvrés' },
  { value: 'weekdays', label: 'Certains jours de la semaine' },
  { value: 'monthly', label: 'Une fois par mois' },
];

const startOf = (kind: Kind): ReminderRhythm | undefined => {
  switch (kind) {
    case 'daily':
      return { kind };
    case 'weekdays':
      return { kind, weekdays: [2, 4] };
    case 'monthly':
      return { kind, dayOfMonth: 5 };
    default:
      return undefined;
  }
};

/** When reminders may leave: every working day, chosen weekdays, or once a month. */
export const RhythmFields = ({
  label,
  description,
  general,
  value,
  onChange,
  error,
  startsFocused = false,
}: {
  readonly label: string;
  readonly description?: string;
  /** Offers « as for everyone », which is no rhythm of one's own. */
  readonly general?: string | undefined;
  readonly value: ReminderRhythm | undefined;
  readonly onChange: (value: ReminderRhythm | undefined) => void;
  readonly error?: string | undefined;
  readonly startsFocused?: boolean;
}) => {
  const fallback: Kind = general === undefined ? 'daily' : 'general';
  const all = general === undefined ? kinds : [{ value: 'general' as const, label: general }, ...kinds];
  const kind: Kind = value?.kind ?? fallback;
  return (
    <div>
      <Select
        label={label}
        description={description}
        data={[...all]}
        allowDeselect={false}
        value={kind}
        onChange={(picked) => {
          const next = all.find((choice) => choice.value === picked)?.value ?? kind;
          if (next !== kind) onChange(startOf(next));
        }}
        data-autofocus={startsFocused || undefined}
      />
      {value?.kind === 'weekdays' && (
        <Input.Wrapper label="Jours" mt="sm" error={error} labelElement="div">
          <Chip.Group
            multiple
            value={value.weekdays.map(String)}
            onChange={(picked) =>
              onChange({
                kind: 'weekdays',
                weekdays: workingWeekdays.filter((weekday) => picked.includes(String(weekday))),
              })
            }
          >
            <Group gap="xs" mt={4}>
              {workingWeekdays.map((weekday) => (
                <Chip
                  key={weekday}
                  value={String(weekday)}
                  size="xs"
                  radius="sm"
                  aria-invalid={error !== undefined}
                >
                  {capitalised(weekdayNames[weekday])}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      )}
      {value?.kind === 'monthly' && (
        <NumberInput
          mt="sm"
          label="Jour du mois"
          description="Ou le jour ouvré qui suit."
          allowDecimal={false}
          allowNegative={false}
          value={Number.isNaN(value.dayOfMonth) ? '' : value.dayOfMonth}
          error={error}
          onChange={(typed) =>
            onChange({ kind: 'monthly', dayOfMonth: typed === '' ? Number.NaN : Number(typed) })
          }
        />
      )}
    </div>
  );
};

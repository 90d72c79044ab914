import { Button, Group, Text } from '@mantine/core';
import { type FormErrors, type UseFormReturnType, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { places, type SettingsSection } from '../../application/places.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { sectionNames } from './sections.ts';

/** A form over stored settings that loses nothing typed. */
export interface DraftForm<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values, Values, (values: Values) => FormErrors>;
  readonly isDirty: boolean;
  /** Back to what is stored. */
  readonly discard: () => void;
}

const keysInOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Equal as rows are: neither the order of the fields nor one that is undefined makes a difference. */
const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, keysInOrder) === JSON.stringify(b, keysInOrder);

/** Forgets what was typed, because what it was about is gone. */
export const forgetDraft = (key: string): void => {
  notifications.hide(`draft-${key}`);
  dropDraft(key);
};

/**
 * A form whose values survive leaving the section: they are kept as a draft, the user is told, and finds
 * them again. When what is stored changes meanwhile (undo), an untouched form follows it.
 * @param key names the draft; one form at a time has it.
 * @param onReturn shows the form again within its section, where the section has several.
 */
export const useDraftForm = <Values extends Record<string, unknown>>({
  key,
  section,
  stored,
  problems,
  onReturn,
}: {
  readonly key: string;
  readonly section: SettingsSection;
  readonly stored: Values;
  readonly problems: (values: Values) => FormErrors;
  readonly onReturn?: (() => void) | undefined;
}): DraftForm<Values> => {
  const [, go] = useLocation();
  const form = useForm<Values, Values, FormErrors>({
    initialValues: (draftOf(key) as Values | undefined) ?? stored,
    validate: problems,
    validateInputOnBlur: true,
  });
  const isDirty = !isSame(form.values, stored);
  const latest = useRef({ values: form.values, isDirty, stored, onReturn });
  useEffect(() => {
    const before = latest.current;
    const wasUntouched = isSame(before.values, before.stored);
    if (wasUntouched && !isSame(before.stored, stored)) form.setValues(stored);
    latest.current = { values: form.values, isDirty, stored, onReturn };
  });
  useEffect(() => {
    notifications.hide(`draft-${key}`);
    dropDraft(key);
    return () => {
      const { values, isDirty: isUnsaved, onReturn: showAgain } = latest.current;
      if (!isUnsaved) return;
      keepDraft(key, { section, values });
      notifications.show({
        id: `draft-${key}`,
        autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="md">
            <Text size="sm">
              {`Réglages\u00A0› ${sectionNames[section]}\u00A0: vos modifications ne sont pas enregistrées.`}
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              style={{ flexShrink: 0 }}
              onClick={() => {
                notifications.hide(`draft-${key}`);
                showAgain?.();
                go(places.settingsSection(section));
              }}
            >
              Revenir
            </Button>
          </Group>
        ),
      });
    };
  }, [key, section, go]);
  return {
    form,
    isDirty,
    discard: () => {
      form.setValues(stored);
      form.clearErrors();
    },
  };
};

import { Group, Input, NumberInput, Select, Switch } from '@mantine/core';
import { holidayCalendarNames } from '../../../../shared/dates/holidays.ts';
import { usualSilenceDays } from '../../../../shared/insight/silent-handovers.ts';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import type { ReminderSettings } from '../../../../shared/ledger/settings.ts';
import { receiptDaysOf } from '../../../../shared/letters/dispatch-follow-up.ts';
import { type Cents, cents } from '../../../../shared/money/cents.ts';
import { bankFreshDaysOf } from '../../../../shared/reminders/bank-interlock.ts';
import { defaultAutomaticPerInvoice } from '../../../../shared/reminders/build-proposal.ts';
import { messagesPerMonthOf } from '../../../../shared/reminders/restraint.ts';
import { defaultSendHours } from '../../../../shared/reminders/send-window.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { saveSettings } from '../../../db/commands/settings.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { Card } from '../../../ui/card.tsx';
import { RhythmFields } from '../../../ui/rhythm-fields.tsx';
import { Fields, SectionForm } from '../section-form.tsx';
import { type DraftForm, useDraftForm } from '../use-draft-form.tsx';
import { type ReminderMoments, type ReminderNumbers, reminderProblems } from './reminder-problems.ts';
import classes from './reminders.module.css';

type ReminderValues = {
  -readonly [Field in keyof Omit<
    ReminderSettings,
    'toleranceCents' | 'indemnityMinimumCents' | keyof ReminderNumbers | keyof ReminderMoments
  >]: ReminderSettings[Field];
} & { -readonly [Field in keyof ReminderNumbers]: number } & {
  -readonly [Field in keyof ReminderMoments]: ReminderMoments[Field];
} & {
  toleranceCents: Cents | undefined;
  indemnityMinimumCents: Cents | undefined;
};

/** Least late amount for the 40 €, where the user has not chosen another. */
const usualIndemnityMinimum = cents(100);

const calendars = Object.entries(holidayCalendarNames).map(([value, label]) => ({ value, label }));

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}\u00A0h` }));

/** The settings with what applies where the user has not chosen. */
const valuesOf = (stored: ReminderSettings): ReminderValues => ({
  ...stored,
  indemnityMinimumCents: stored.indemnityMinimumCents ?? usualIndemnityMinimum,
  rhythm: stored.rhythm ?? { kind: 'daily' },
  sendFromHour: stored.sendFromHour ?? defaultSendHours.from,
  sendUntilHour: stored.sendUntilHour ?? defaultSendHours.until,
  automaticPerInvoice: stored.automaticPerInvoice ?? defaultAutomaticPerInvoice,
  messagesPerMonth: messagesPerMonthOf(stored),
  bankFreshDays: bankFreshDaysOf(stored),
  receiptMissingDays: receiptDaysOf(stored),
  handoverSilenceDays: stored.handoverSilenceDays ?? usualSilenceDays,
});

const NumberField = ({
  form,
  field,
  label,
  description,
  suffix,
}: {
  readonly form: DraftForm<ReminderValues>['form'];
  readonly field: keyof ReminderNumbers;
  readonly label: string;
  readonly description: string;
  readonly suffix: string;
}) => (
  <NumberInput
    label={label}
    description={description}
    suffix={suffix}
    allowDecimal={false}
    allowNegative={false}
    value={Number.isNaN(form.values[field]) ? '' : form.values[field]}
    error={form.errors[field]}
    onChange={(value) => form.setValues({ [field]: value === '' ? Number.NaN : Number(value) })}
    onBlur={() => form.validateField(field)}
  />
);

type FormPart = { readonly form: DraftForm<ReminderValues>['form'] };

const Rhythm = ({ form }: FormPart) => {
  const { rhythm, sendUntilHour } = form.errors;
  return (
    <Card title="Rythme">
      <Fields wide>
        <RhythmFields
          label="Les relances partent"
          description="Un client peut avoir son propre rythme, sur sa fiche."
          value={form.values.rhythm}
          onChange={(next) => {
            form.setValues({ rhythm: next });
            form.clearFieldError('rhythm');
          }}
          error={typeof rhythm === 'string' ? rhythm : undefined}
        />
        <Select
          label="Jours ouvrés"
          description="Les jours fériés de votre région."
          allowDeselect={false}
          data={calendars}
          {...form.getInputProps('calendar')}
        />
        <Select
          label="Notification du matin"
          description="Une seule par jour ouvré, s’il y a quelque chose à faire."
          allowDeselect={false}
          data={hours}
          value={String(form.values.notifyAtHour)}
          onChange={(hour) => form.setValues({ notifyAtHour: Number(hour ?? 9) })}
        />
        <NumberField
          form={form}
          field="recallSeconds"
          label="Délai pour se raviser"
          description="Temps pour annuler un envoi approuvé."
          suffix=" secondes"
        />
        <Input.Wrapper
          label="Envois automatiques"
          description="À ces heures seulement, heure de Paris."
          labelElement="div"
          error={sendUntilHour}
        >
          <Group grow gap="sm" wrap="nowrap" mt={4}>
            <Select
              aria-label="Envois automatiques à partir de"
              allowDeselect={false}
              leftSection="de"
              data={hours}
              value={String(form.values.sendFromHour)}
              onChange={(hour) => form.setValues({ sendFromHour: Number(hour ?? defaultSendHours.from) })}
            />
            <Select
              aria-label="Envois automatiques jusqu’à"
              allowDeselect={false}
              leftSection="à"
              data={hours}
              value={String(form.values.sendUntilHour)}
              error={sendUntilHour !== undefined}
              onChange={(hour) => {
                form.setValues({ sendUntilHour: Number(hour ?? defaultSendHours.until) });
                form.clearFieldError('sendUntilHour');
              }}
            />
          </Group>
        </Input.Wrapper>
      </Fields>
    </Card>
  );
};

const Limits = ({ form }: FormPart) => (
  <Card title="Limites">
    <Fields wide>
      <NumberField
        form={form}
        field="minimumGapDays"
        label="Écart entre deux messages"
        description="Jours sans autre écrit au même client."
        suffix=" jours"
      />
      <NumberField
        form={form}
        field="messagesPerMonth"
        label={'Messages à un client en 30\u00A0jours'}
        description="Écrits à la main compris. Au-delà, la relance attend."
        suffix=" au plus"
      />
      <NumberField
        form={form}
        field="automaticPerInvoice"
        label="E-mails automatiques par facture"
        description="Ensuite, Acquit attend votre accord."
        suffix=" au plus"
      />
      <NumberField
        form={form}
        field="bankFreshDays"
        label="Fraîcheur bancaire"
        description="Au-delà, Acquit demande de vérifier la banque avant d’envoyer."
        suffix=" jours"
      />
      <NumberField
        form={form}
        field="receiptMissingDays"
        label="Avis de réception attendu"
        description="Sans nouvelles d’un recommandé après ce délai, Acquit vous le signale."
        suffix=" jours"
      />
      <NumberField
        form={form}
        field="handoverSilenceDays"
        label="Silence d’un partenaire"
        description="Au-delà, Acquit propose de demander des nouvelles d’un dossier confié."
        suffix=" jours"
      />
    </Fields>
  </Card>
);

/** « Relances »: rules for all scenarios. */
export const ReminderSection = () => {
  const ledger = useLedger();
  const run = useRun();
  const stored = settingsOf(ledger, 'reminders');
  const draft = useDraftForm<ReminderValues>({
    key: 'reminders',
    section: 'relances',
    stored: valuesOf(stored),
    problems: (values) => ({
      ...reminderProblems(values),
      ...(values.toleranceCents === undefined ? { toleranceCents: 'Indiquez un montant, même zéro.' } : {}),
    }),
  });
  const { form } = draft;
  const toleranceError = form.errors.toleranceCents;
  return (
    <SectionForm
      draft={draft}
      onSave={async ({ toleranceCents, ...values }) => {
        if (toleranceCents !== undefined) await run(saveSettings, { ...values, toleranceCents });
      }}
    >
      <Rhythm form={form} />
      <Limits form={form} />
      <Card title="Montants et échéances">
        <Fields wide>
          <AmountInput
            label="Tolérance"
            description="Un reste à payer jusqu’à ce montant n’est jamais relancé."
            value={form.values.toleranceCents}
            onChange={(toleranceCents) => form.setValues({ toleranceCents })}
            error={typeof toleranceError === 'string' ? toleranceError : undefined}
          />
          <NumberField
            form={form}
            field="defaultTermDays"
            label="Délai de paiement habituel"
            description="Pour une facture importée sans échéance."
            suffix=" jours"
          />
        </Fields>
      </Card>
      <Card title="Réclamer dans les mises en demeure et derniers avis">
        <div className={classes.switches}>
          <Switch
            label="Les pénalités de retard"
            description="Dues de plein droit entre professionnels. Jamais l’intérêt contractuel à un particulier."
            checked={form.values.claimPenalties}
            onChange={(event) => form.setValues({ claimPenalties: event.currentTarget.checked })}
          />
          <Switch
            label={'L’indemnité forfaitaire de 40\u00A0€ par facture'}
            description="Entre professionnels et avec l’administration seulement. Acquit ne la demande jamais à un particulier."
            checked={form.values.claimIndemnity}
            onChange={(event) => form.setValues({ claimIndemnity: event.currentTarget.checked })}
          />
        </div>
        <Fields wide>
          <AmountInput
            label={'Pas de 40\u00A0€ en dessous de'}
            description="Pour un retard sur un petit reste, l’indemnité n’est pas demandée."
            value={form.values.indemnityMinimumCents}
            onChange={(indemnityMinimumCents) => form.setValues({ indemnityMinimumCents })}
          />
        </Fields>
        <p className={classes.note}>
          Vous pouvez décider autrement pour un client ou pour une facture, depuis son décompte.
        </p>
      </Card>
    </SectionForm>
  );
};

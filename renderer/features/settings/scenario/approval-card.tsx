import { Checkbox, Radio, Select } from '@mantine/core';
import type { Escalation, Scenario } from '../../../../shared/reminders/scenario.ts';
import { Card } from '../../../ui/card.tsx';
import { NumberField } from './number-field.tsx';
import classes from './scenario.module.css';
import { escalationChoices } from './scenario-names.ts';

/** Why an escalation would never come; undefined = it can. */
const escalationNote = (
  mode: Scenario['mode'],
  { afterAutomatic }: Escalation,
  limit: number,
): string | undefined => {
  if (mode !== 'automatic') return 'Ne compte que les e-mails partis en mode automatique.';
  return afterAutomatic > limit
    ? `Réglages › Relances limite à ${limit} les e-mails automatiques par facture\u00A0: ce nombre ne sera pas atteint.`
    : undefined;
};

/** Who lets the messages go, and when a person has to look all the same. */
export const ApprovalCard = ({
  mode,
  escalation,
  problem,
  automaticLimit,
  onChange,
}: {
  readonly mode: Scenario['mode'];
  readonly escalation: Escalation | undefined;
  readonly problem: string | undefined;
  /** Automatic e-mails about one invoice, by the settings of all scenarios. */
  readonly automaticLimit: number;
  readonly onChange: (changes: { mode?: Scenario['mode']; escalation?: Escalation | undefined }) => void;
}) => (
  <Card title="Validation">
    <Radio.Group
      aria-label="Validation des relances"
      value={mode}
      onChange={(value) => onChange({ mode: value === 'automatic' ? 'automatic' : 'to-approve' })}
    >
      <div className={classes.modes}>
        <Radio
          value="to-approve"
          label="À valider"
          description="Acquit prépare, vous approuvez d’un clic. Rien ne part sans vous."
        />
        <Radio
          value="automatic"
          label="Automatique"
          description="Les e-mails partent seuls les jours ouvrés, quand Acquit est ouvert. Les mises en demeure et derniers avis attendent toujours votre clic."
        />
      </div>
    </Radio.Group>
    <div className={classes.escalation}>
      <Checkbox
        label="Changer de moyen quand les e-mails automatiques restent sans effet"
        checked={escalation !== undefined}
        onChange={(event) =>
          onChange({
            escalation: event.currentTarget.checked
              ? { afterAutomatic: automaticLimit, to: 'call' }
              : undefined,
          })
        }
      />
      {escalation && (
        <div className={classes.repeatNumbers}>
          <NumberField
            label="Sur une même facture, après"
            suffix={'\u00A0relances automatiques'}
            value={escalation.afterAutomatic}
            error={problem}
            description={problem === undefined ? escalationNote(mode, escalation, automaticLimit) : undefined}
            onChange={(afterAutomatic) => onChange({ escalation: { ...escalation, afterAutomatic } })}
          />
          <Select
            label="Acquit doit"
            data={[...escalationChoices]}
            allowDeselect={false}
            value={escalation.to}
            onChange={(picked) =>
              onChange({
                escalation: {
                  ...escalation,
                  to: escalationChoices.find(({ value }) => value === picked)?.value ?? escalation.to,
                },
              })
            }
          />
        </div>
      )}
    </div>
  </Card>
);

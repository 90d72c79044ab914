import { Select, Switch } from '@mantine/core';
import { capitalisationLaw } from '../../../shared/law/regime-help.ts';
import { type TermActivity, termActivitiesOf, termRules } from '../../../shared/law/term-activity.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** « Cas particuliers »: an activity with its own longest term, and interest on interest. */
export const SpecialTerms = ({
  regime,
  activity,
  onActivity,
  capitalises,
  onCapitalises,
}: {
  readonly regime: DebtorRegime;
  readonly activity: TermActivity;
  readonly onActivity: (activity: TermActivity) => void;
  readonly capitalises: boolean;
  readonly onCapitalises: (capitalises: boolean) => void;
}) => {
  const activities = termActivitiesOf(regime);
  return (
    <Disclosure label="Cas particuliers" startsOpen={activity !== activities[0] || capitalises}>
      {activities.length > 1 && (
        <Select
          label={regime === 'public' ? 'Acheteur' : 'Activité'}
          description="La loi fixe un délai maximal propre à certaines ventes et à certains acheteurs."
          data={activities.map((value) => ({ value, label: termRules[value].name }))}
          value={activity}
          allowDeselect={false}
          onChange={(picked) => onActivity(activities.find((value) => value === picked) ?? activity)}
        />
      )}
      <Switch
        label="Capitalisation des intérêts"
        description={`Seulement si votre contrat la prévoit (${capitalisationLaw.article}). ${capitalisationLaw.says}`}
        checked={capitalises}
        onChange={(event) => onCapitalises(event.currentTarget.checked)}
      />
    </Disclosure>
  );
};

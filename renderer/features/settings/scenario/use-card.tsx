import { Checkbox, TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ClientSegment } from '../../../../shared/ledger/client.ts';
import { segmentNames } from '../../../../shared/ledger/client-names.ts';
import { defaultScenarioId, type Scenario } from '../../../../shared/reminders/scenario.ts';
import {
  scenarioOfSegment,
  scenarioUse,
  scenarioUseText,
} from '../../../../shared/reminders/scenario-use.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { Card } from '../../../ui/card.tsx';
import classes from './scenario.module.css';

const segments: readonly ClientSegment[] = ['regular', 'new', 'late-payer', 'key-account'];

/** Where a segment is now, said beside its box. */
const ownerText = (owner: Scenario | undefined, scenario: Scenario, isTaken: boolean): string | undefined => {
  if (owner === undefined || owner.id === scenario.id) return undefined;
  return isTaken
    ? `Repris au scénario «\u00A0${owner.name}\u00A0».`
    : `Suit le scénario «\u00A0${owner.name}\u00A0».`;
};

/** The name of a scenario, and for whom it applies by itself. */
export const UseCard = ({
  scenario,
  isNew,
  nameField,
  chosen,
  onChoose,
}: {
  /** As stored. */
  readonly scenario: Scenario;
  /** Just created: the field of its name takes the focus, with the name selected. */
  readonly isNew: boolean;
  readonly nameField: TextInputProps;
  readonly chosen: readonly ClientSegment[];
  readonly onChoose: (segments: readonly ClientSegment[] | undefined) => void;
}) => {
  const ledger = useLedger();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isNew) return;
    name.current?.focus();
    name.current?.select();
  }, [isNew]);
  const use = scenarioUse(ledger, scenario.id);
  return (
    <Card title="Nom et clients concernés">
      <div className={classes.useCard}>
        <TextInput
          ref={name}
          label="Nom du scénario"
          maw={320}
          maxLength={80}
          autoComplete="off"
          {...nameField}
        />
        {scenario.id === defaultScenarioId ? (
          <p className={classes.note}>
            Il s’applique à tous les clients et factures pour lesquels aucun autre scénario n’est choisi.
          </p>
        ) : (
          <Checkbox.Group
            label="S’applique de lui-même aux clients de segment"
            description="Un choix fait sur la fiche d’un client ou sur une facture passe avant."
            value={[...chosen]}
            onChange={(picked) => {
              const next = segments.filter((segment) => picked.includes(segment));
              onChoose(next.length === 0 ? undefined : next);
            }}
          >
            <div className={classes.segments}>
              {segments.map((segment) => (
                <Checkbox
                  key={segment}
                  value={segment}
                  label={segmentNames[segment]}
                  description={ownerText(
                    scenarioOfSegment(ledger, segment),
                    scenario,
                    chosen.includes(segment),
                  )}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <p className={classes.note}>{scenarioUseText(use)}.</p>
      </div>
    </Card>
  );
};

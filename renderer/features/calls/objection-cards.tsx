import { Accordion, Button } from '@mantine/core';
import {
  type CallObjection,
  callObjections,
  type ObjectionAction,
} from '../../../shared/reminders/call-objections.ts';
import classes from './calls.module.css';

const actionNames: Readonly<Record<ObjectionAction['kind'], string>> = {
  resend: 'Renvoyer par e-mail',
  dispute: 'Ouvrir un litige…',
  promise: 'Noter une promesse…',
  plan: 'Accorder un échéancier…',
  paid: 'Noter le paiement…',
  'call-back': 'Convenir d’un rappel…',
};

/** « Si le client dit… »: the answer, and the next action in one click. */
export const ObjectionCards = ({
  onAct,
}: {
  readonly onAct: (objection: CallObjection, action: ObjectionAction) => void;
}) => (
  <Accordion
    className={classes.objections ?? ''}
    order={4}
    classNames={{ control: classes.said ?? '', content: classes.answer ?? '', item: classes.objection ?? '' }}
  >
    {callObjections.map((objection) => (
      <Accordion.Item key={objection.id} value={objection.id}>
        <Accordion.Control>{`«\u00A0${objection.said}\u00A0»`}</Accordion.Control>
        <Accordion.Panel>
          <p>{objection.answer}</p>
          <div className={classes.answerActions}>
            {objection.actions.map((action) => (
              <Button
                key={action.kind}
                size="compact-sm"
                variant="default"
                onClick={() => onAct(objection, action)}
              >
                {actionNames[action.kind]}
              </Button>
            ))}
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    ))}
  </Accordion>
);

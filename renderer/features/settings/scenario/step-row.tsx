import { ActionIcon, Tooltip } from '@mantine/core';
import { ChevronRight, GripVertical, Trash2, TriangleAlert } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useId } from 'react';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { ChannelMark, LevelBadge } from '../../../ui/level-badge.tsx';
import classes from './scenario.module.css';
import { delayText, repeatText, stepName } from './scenario-names.ts';
import { StepFields, type StepRemarks } from './step-fields.tsx';

/** What a step does besides its badge, in a few quiet words. */
const detailsOf = (step: DunningStep, templates: readonly MessageTemplate[]): string =>
  [
    templates.find(({ id }) => id === step.templateId)?.name,
    step.grantedDays > 0 ? `${step.grantedDays}\u00A0j pour payer` : undefined,
    step.repeat === undefined ? undefined : repeatText(step.repeat),
  ]
    .filter((text) => text !== undefined)
    .join(' · ');

/** How a step is moved: dragged by its handle, or with Alt and the arrows from its handle or its title. */
export interface StepMoves {
  readonly onGrab: (event: DragEvent) => void;
  readonly onRelease: () => void;
  readonly onOver: (event: DragEvent<HTMLElement>) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onMove: (by: 1 | -1) => void;
  /** Where the dragged step would land, shown as a line. */
  readonly dropEdge: 'before' | 'after' | undefined;
}

/** One step: a line that says it all, and its fields once opened. */
export const StepRow = ({
  step,
  index,
  dayAfterDue,
  followsPrevious,
  templates,
  remarks,
  isOpen,
  onToggle,
  onChange,
  onLeaveDelay,
  onRemove,
  moves,
}: {
  readonly step: DunningStep;
  readonly index: number;
  readonly dayAfterDue: number;
  readonly followsPrevious: boolean;
  readonly templates: readonly MessageTemplate[];
  readonly remarks: StepRemarks;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (changes: Partial<DunningStep>) => void;
  readonly onLeaveDelay: () => void;
  /** Undefined for the last step left. */
  readonly onRemove: (() => void) | undefined;
  readonly moves: StepMoves;
}) => {
  const fieldsId = useId();
  const name = stepName(step, dayAfterDue);
  const onMoveKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moves.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      className={classes.step}
      data-step={step.id}
      data-drop={moves.dropEdge}
      onDragOver={moves.onOver}
      onDrop={moves.onDrop}
    >
      <div className={classes.stepLine}>
        <ActionIcon
          className={classes.handle}
          data-handle=""
          draggable
          aria-label={`Déplacer l’étape ${name}`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title="Glisser, ou Alt + flèche haut ou bas"
          onDragStart={moves.onGrab}
          onDragEnd={moves.onRelease}
          onKeyDown={onMoveKey}
        >
          <GripVertical size={16} aria-hidden="true" />
        </ActionIcon>
        <button
          type="button"
          className={classes.summary}
          aria-expanded={isOpen}
          aria-controls={fieldsId}
          onClick={onToggle}
          onKeyDown={onMoveKey}
        >
          <ChevronRight size={14} aria-hidden="true" className={classes.chevron} />
          <span className={classes.stepDay}>
            {followsPrevious ? (
              <>
                {Number.isNaN(step.delayDays) ? '+…' : `+${step.delayDays}\u00A0j`}
                <span className="visually-hidden"> après l’étape précédente</span>
              </>
            ) : (
              delayText(dayAfterDue)
            )}
          </span>
          <LevelBadge level={step.level} />
          <span className={classes.ways}>
            {[step.channel, ...(step.alsoBy ?? [])].map((channel) => (
              <ChannelMark key={channel} channel={channel} />
            ))}
          </span>
          <span className={classes.details} title={detailsOf(step, templates)}>
            {detailsOf(step, templates)}
          </span>
          {remarks.advice.length > 0 && (
            <span className={classes.advice} title={remarks.advice.map(({ message }) => message).join('\n')}>
              <TriangleAlert size={14} aria-hidden="true" />
              <span className="visually-hidden">À vérifier</span>
            </span>
          )}
        </button>
        <Tooltip label={onRemove ? 'Retirer cette étape' : 'Un scénario a au moins une étape'}>
          <ActionIcon
            aria-label={`Retirer l’étape ${name}`}
            disabled={onRemove === undefined}
            onClick={onRemove}
          >
            <Trash2 size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </div>
      <fieldset id={fieldsId} className={classes.stepBody} hidden={!isOpen}>
        <legend className="visually-hidden">{`Étape ${name}`}</legend>
        {isOpen && (
          <StepFields
            step={step}
            isFirst={index === 0}
            templates={templates}
            remarks={remarks}
            onChange={onChange}
            onLeaveDelay={onLeaveDelay}
          />
        )}
      </fieldset>
    </li>
  );
};

import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useId, useState } from 'react';
import { type Formula, formulaInNumbers, formulaInWords } from '../../shared/insight/formula.ts';
import { formatQuantity } from '../../shared/insight/quantity.ts';
import classes from './formula-button.module.css';

/** A formula in words, with its numbers put in, and what each of them is. */
export const FormulaView = ({ formula }: { readonly formula: Formula }) => (
  <>
    <p className={classes.words}>{formulaInWords(formula)}</p>
    <p className={classes.numbers}>{formulaInNumbers(formula)}</p>
    <dl className={classes.terms}>
      {formula.terms.map(({ id, name, value }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{formatQuantity(value)}</dd>
        </div>
      ))}
    </dl>
    {formula.note !== undefined && <p className={classes.note}>{formula.note}</p>}
  </>
);

/** « Comment est-ce calculé ? » beside a figure: a click or Enter shows its formula, Escape closes it. */
export const FormulaButton = ({ name, formula }: { readonly name: string; readonly formula: Formula }) => {
  const [opened, setOpened] = useState(false);
  const titleId = useId();
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      withArrow
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label="Comment est-ce calculé&#x202F;?" disabled={opened}>
          <ActionIcon
            size={24}
            aria-label={`Comment est-ce calculé\u202F? ${name}`}
            onClick={() => setOpened((was) => !was)}
            className={classes.button ?? ''}
          >
            <CircleHelp size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId}>
        {/* Takes the focus: a reader of the screen hears the formula, and a long one scrolls by keyboard. */}
        <div className={classes.content} tabIndex={-1} data-autofocus>
          <p className={classes.title} id={titleId}>
            {name}
          </p>
          <FormulaView formula={formula} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};

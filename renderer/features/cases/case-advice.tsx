import { Button } from '@mantine/core';
import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react';
import { type CaseCondition, caseQuestions } from '../../../shared/cases/case-condition.ts';
import {
  conditionStateNames,
  procedureNames,
  procedureStatusNames,
} from '../../../shared/cases/case-names.ts';
import type { CaseStanding } from '../../../shared/cases/case-standing.ts';
import type { CaseAdvice, ProcedureAdvice } from '../../../shared/cases/procedure-advice.ts';
import type { CaseFacts, LegalCase } from '../../../shared/ledger/legal-case.ts';
import { useRun } from '../../application/use-run.tsx';
import { answerCaseFacts, chooseProcedure } from '../../db/commands/cases.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import classes from './cases.module.css';

const icons: Readonly<Record<CaseCondition['state'], LucideIcon>> = {
  met: CircleCheck,
  'not-met': CircleX,
  unknown: CircleHelp,
};

const answers = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
  { value: 'unknown', label: '?' },
] as const;

const answerValue = (answer: boolean | undefined): (typeof answers)[number]['value'] =>
  answer === undefined ? 'unknown' : answer ? 'yes' : 'no';

/** Where an answer comes from that the user has not given. */
const knownFrom = (key: keyof CaseFacts, { figures: { client } }: CaseStanding): string => {
  if (key === 'isContested') return 'D’après le litige ouvert.';
  if (key === 'hasWrittenContract') return 'D’après vos pièces.';
  return key === 'debtorIsMerchant' && client.regime !== 'b2b'
    ? 'D’après la fiche client.'
    : 'D’après la forme juridique.';
};

/** What the ledger cannot know: the user's answers, or what the legal forms say until he answers. */
export const CaseQuestions = ({
  legalCase,
  standing,
}: {
  readonly legalCase: LegalCase;
  readonly standing: CaseStanding;
}) => {
  const run = useRun();
  const keys = Object.keys(caseQuestions) as readonly (keyof CaseFacts)[];
  return (
    <Card title="Ce que la loi demande">
      <div className={classes.questions}>
        {keys.map((key) => (
          <div key={key} className={classes.question}>
            <span>
              {caseQuestions[key]}
              {legalCase.facts[key] === undefined && standing.facts[key] !== undefined && (
                <span className={classes.quiet}> {knownFrom(key, standing)}</span>
              )}
            </span>
            <SegmentedChoice
              legend={caseQuestions[key]}
              choices={answers}
              value={answerValue(standing.facts[key])}
              onChange={(value) =>
                void run(answerCaseFacts, {
                  caseId: legalCase.id,
                  facts: { [key]: value === 'unknown' ? undefined : value === 'yes' },
                })
              }
            />
          </div>
        ))}
      </div>
    </Card>
  );
};

const Conditions = ({ conditions }: { readonly conditions: readonly CaseCondition[] }) => (
  <ul className={classes.conditions}>
    {conditions.map(({ id, label, state, explanation, source, isRequired }) => {
      const Icon = icons[state];
      return (
        <li key={id} data-state={state}>
          <Icon size={16} aria-hidden="true" />
          <div>
            <strong>{label}</strong>
            <span className="visually-hidden"> ({conditionStateNames[state]})</span>
            {!isRequired && <span className={classes.quiet}> (conseillé)</span>}
            <div>{explanation}</div>
            <div className={classes.quiet}>{source}</div>
          </div>
        </li>
      );
    })}
  </ul>
);

const Procedure = ({
  advice,
  legalCase,
  isSuggested,
}: {
  readonly advice: ProcedureAdvice;
  readonly legalCase: LegalCase;
  readonly isSuggested: boolean;
}) => {
  const run = useRun();
  const isChosen = legalCase.procedure === advice.kind;
  const isFixed = legalCase.filedOn !== undefined || legalCase.closed !== undefined;
  return (
    <li className={classes.procedure} data-chosen={isChosen || undefined}>
      <div className={classes.procedureHead}>
        <h3>{procedureNames[advice.kind]}</h3>
        {isSuggested && <span className={classes.status}>Suggérée</span>}
        <span className={classes.status} data-status={advice.status}>
          {procedureStatusNames[advice.status]}
        </span>
        {!isFixed && (
          <Button
            size="compact-sm"
            variant={isChosen ? 'subtle' : 'default'}
            aria-label={`${isChosen ? 'Ne plus choisir' : 'Choisir'} : ${procedureNames[advice.kind]}`}
            onClick={() =>
              void run(chooseProcedure, {
                caseId: legalCase.id,
                procedure: isChosen ? undefined : advice.kind,
              })
            }
          >
            {isChosen ? 'Ne plus choisir' : 'Choisir'}
          </Button>
        )}
      </div>
      <p>{advice.summary}</p>
      <Disclosure label="Conditions, tribunal, coûts et délais" startsOpen={isChosen}>
        <Conditions conditions={advice.conditions} />
        <ul className={classes.course}>
          <li>
            <strong>Où</strong>
            {'\u00A0'}: {advice.court}
          </li>
          {[...advice.costs, ...advice.delays].map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li className={classes.quiet}>{advice.source}</li>
        </ul>
      </Disclosure>
    </li>
  );
};

/** The ways open to the case, the suggested one first said with its reasons. */
export const CaseProcedures = ({
  advice,
  legalCase,
}: {
  readonly advice: CaseAdvice;
  readonly legalCase: LegalCase;
}) => (
  <Card title="Procédures" padded={false}>
    {advice.suggestion && legalCase.filedOn === undefined && (
      <div style={{ padding: '8px 16px 16px' }}>
        <Notice tone="info">
          <strong>{procedureNames[advice.suggestion.kind]}</strong>
          {advice.suggestion.reasons.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </Notice>
      </div>
    )}
    <ul className={classes.procedures}>
      {advice.procedures.map((one) => (
        <Procedure
          key={one.kind}
          advice={one}
          legalCase={legalCase}
          isSuggested={advice.suggestion?.kind === one.kind}
        />
      ))}
    </ul>
  </Card>
);

import { Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { legalParametersOf } from '../../../../shared/claims/legal-parameters.ts';
import type { Day } from '../../../../shared/dates/day.ts';
import { formatDay, formatLongDay } from '../../../../shared/dates/format-day.ts';
import { formatSemester, type Semester, startOfSemester } from '../../../../shared/dates/semester.ts';
import { semesterDoubts } from '../../../../shared/law/semester-doubts.ts';
import type { SemesterRow } from '../../../../shared/law/semester-rates.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { saveSemester } from '../../../db/commands/legal-rates.ts';
import { capitalised } from '../../../ui/capitalised.ts';
import { DialogForm } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import { RateSources } from './rate-sources.tsx';

/** Rates typed so far; what is undefined is still empty or no rate. */
interface TypedRates {
  readonly refi: number | undefined;
  readonly legalBusiness: number | undefined;
  readonly legalIndividual: number | undefined;
  readonly source: string;
}

const typedOf = ({ refi, legalBusiness, legalIndividual, source }: SemesterRow): TypedRates => ({
  refi,
  legalBusiness,
  legalIndividual,
  source,
});

const nothing: TypedRates = {
  refi: undefined,
  legalBusiness: undefined,
  legalIndividual: undefined,
  source: '',
};

/** What the user copies for one semester, with what looks wrong in it; saving it notes the day. */
export const SemesterForm = ({
  choices,
  known,
  isShipped,
  today,
  onClose,
}: {
  /** Semesters to choose from, the first preselected; one where it is known already. */
  readonly choices: readonly [Semester, ...Semester[]];
  /** What the table holds already. */
  readonly known: SemesterRow | undefined;
  readonly isShipped: boolean;
  readonly today: Day;
  readonly onClose: () => void;
}) => {
  const table = legalParametersOf(useLedger());
  const run = useRun();
  const [semester, setSemester] = useState(choices[0]);
  const [typed, setTyped] = useState(known === undefined ? nothing : typedOf(known));
  const [tried, setTried] = useState(false);
  const { refi, legalBusiness, legalIndividual, source } = typed;
  const change = (part: Partial<TypedRates>): void => setTyped((before) => ({ ...before, ...part }));
  const startsOn = startOfSemester(semester);
  const doubts =
    refi === undefined || legalBusiness === undefined
      ? []
      : semesterDoubts(table, {
          semester,
          refiBasisPoints: refi,
          legalBusinessBasisPoints: legalBusiness,
          legalIndividualBasisPoints: legalIndividual,
        });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (refi === undefined || legalBusiness === undefined || source.trim() === '') return;
    const done = await run(saveSemester, {
      semester,
      refiBasisPoints: refi,
      legalBusinessBasisPoints: legalBusiness,
      ...(legalIndividual === undefined ? {} : { legalIndividualBasisPoints: legalIndividual }),
      source,
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel={doubts.length > 0 ? 'Enregistrer quand même' : 'Enregistrer'}
      onSubmit={submit}
      onCancel={onClose}
      hint={`Vérifié le ${formatDay(today)}`}
    >
      {isShipped && (
        <Notice tone="caution">
          Ces taux sont fournis avec Acquit. Les vôtres les remplaceront dans tous les calculs à venir.
        </Notice>
      )}
      {choices.length > 1 && (
        <Select
          label="Semestre"
          data={choices.map((value) => ({ value, label: capitalised(formatSemester(value)) }))}
          value={semester}
          allowDeselect={false}
          onChange={(picked) => {
            const next = choices.find((choice) => choice === picked);
            if (next !== undefined) setSemester(next);
          }}
        />
      )}
      <RateSources />
      <RateInput
        label={`Taux de refinancement de la BCE au ${formatLongDay(startsOn)}`}
        description={
          startsOn > today
            ? 'Le semestre n’a pas commencé\u00A0: Acquit vous demandera de confirmer ce taux ce jour-là.'
            : 'Opérations principales de refinancement, taux en vigueur ce jour-là.'
        }
        value={refi}
        onChange={(value) => change({ refi: value })}
        error={tried && refi === undefined ? 'Indiquez le taux de la BCE.' : undefined}
        data-autofocus
      />
      <Group grow align="flex-start" gap="md">
        <RateInput
          label="Taux légal, autres cas"
          description="Celui de votre entreprise."
          value={legalBusiness}
          onChange={(value) => change({ legalBusiness: value })}
          error={tried && legalBusiness === undefined ? 'Indiquez le taux légal.' : undefined}
        />
        <RateInput
          label="Taux légal, particuliers"
          description="Facultatif, pour mémoire."
          value={legalIndividual}
          onChange={(value) => change({ legalIndividual: value })}
        />
      </Group>
      <Textarea
        label="Source"
        placeholder="Arrêté du 18 décembre 2026, JO du 20"
        description="L’arrêté sur le taux légal et la décision de la BCE, pour les retrouver."
        value={source}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={300}
        error={tried && source.trim() === '' ? 'Indiquez la source.' : undefined}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      {doubts.length > 0 && (
        <Notice tone="caution">
          {doubts.map((doubt) => (
            <div key={doubt}>{doubt}</div>
          ))}
        </Notice>
      )}
    </DialogForm>
  );
};

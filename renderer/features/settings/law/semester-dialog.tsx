import { legalParametersOf } from '../../../../shared/claims/legal-parameters.ts';
import {
  formatSemester,
  nextSemester,
  type Semester,
  semesterOf,
} from '../../../../shared/dates/semester.ts';
import { missingSemesters, semesterRow } from '../../../../shared/law/semester-rates.ts';
import { storedSettings } from '../../../../shared/ledger/default-settings.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { Dialog } from '../../../ui/form-dialog.tsx';
import { SemesterForm } from './semester-form.tsx';

/** Rates of a semester: the one named, or one of those that are missing or come next. */
export const SemesterDialog = ({
  semester,
  opened,
  onClose,
}: {
  readonly semester: Semester | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const table = legalParametersOf(ledger);
  const next = nextSemester(semesterOf(today));
  const [first = next, ...others] = semester === undefined ? missingSemesters(table, next) : [semester];
  const row = semesterRow(table, first);
  const isKnown = row.checkedOn !== undefined;
  const isOwn =
    storedSettings(ledger, 'legal-rates')?.semesters.some((entered) => entered.semester === first) === true;
  const name = formatSemester(first);
  return (
    <Dialog
      title={
        isKnown
          ? `${isOwn ? 'Modifier' : 'Corriger'} les taux du ${name}`
          : semester === undefined && others.length > 0
            ? 'Ajouter un semestre'
            : `Ajouter les taux du ${name}`
      }
      opened={opened}
      onClose={onClose}
    >
      <SemesterForm
        choices={[first, ...others]}
        known={isKnown ? row : undefined}
        isShipped={isKnown && !isOwn}
        today={today}
        onClose={onClose}
      />
    </Dialog>
  );
};

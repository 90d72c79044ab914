import type { Day } from '../../dates/day.ts';
import type { ClientLetter } from '../../ledger/client-letter.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { checkList } from '../check-list.ts';
import { isMandatory, type LetterProblem, problemOfElement, type RepairPlace } from '../letter-problem.ts';
import type { DraftReadiness } from '../letter-readiness.ts';
import { checkedElements } from '../mandatory-content.ts';
import { clientLetterModel } from './client-letter-model.ts';
import type { LetterWishFailure } from './letter-wish.ts';

const places: Readonly<Record<LetterWishFailure['kind'], RepairPlace>> = {
  'no-client': 'none',
  'no-plan': 'none',
  'no-payment': 'none',
  'no-handover': 'none',
  'no-discount': 'none',
  'no-address': 'client',
};

const emptyText: readonly (readonly [is: (letter: ClientLetter) => boolean, message: string])[] = [
  [({ subject }) => subject.trim() === '', 'Donnez un objet à la lettre.'],
  [({ body }) => body.trim() === '', 'Écrivez le texte de la lettre.'],
];

/** What a letter would still need to go on paper, and what it would be better with. */
export const clientLetterReadiness = (
  ledger: Ledger,
  letter: ClientLetter,
  writtenOn: Day,
  duplicate = false,
): DraftReadiness => {
  const empty = emptyText
    .filter(([is]) => is(letter))
    .map(([, message]): LetterProblem => ({ message, repair: 'none' }));
  const model = clientLetterModel(ledger, letter, writtenOn, duplicate);
  if (!model.ok)
    return {
      kind: 'incomplete',
      problems: [{ message: model.error.message, repair: places[model.error.kind] }, ...empty],
      checkList: checkList({ elements: undefined, objections: [], delay: [] }),
    };
  const regime = ledger.clients.get(letter.clientId)?.regime ?? 'b2b';
  const elements = checkedElements(model.value, regime);
  const missing = elements.filter(({ isMet }) => !isMet);
  const list = checkList({ elements, objections: [], delay: [] });
  const refusals = [...empty, ...missing.filter(isMandatory).map(problemOfElement)];
  if (refusals.length > 0) return { kind: 'incomplete', problems: refusals, checkList: list };
  return {
    kind: 'ready',
    model: model.value,
    advice: missing.filter(({ need }) => need === 'advice').map(problemOfElement),
    checkList: list,
  };
};

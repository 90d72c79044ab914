import type { LetterRenderer } from '../../letters/letter-renderer.ts';
import type { PaperDesk } from '../../letters/paper-desk.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface LetterParts {
  readonly renderLetters: LetterRenderer;
  readonly previewLetters: LetterRenderer;
  /** Calibration page, deposit list, data of a procedure. */
  readonly paper: PaperDesk;
  readonly renderStatement: Handlers['statementRender'];
  readonly cancelLetters: () => void;
}

/** Letters and the other sheets of paper, as PDF. */
export const letterHandlers = (parts: LetterParts) =>
  ({
    lettersRender: ({ models, extras }) => parts.renderLetters(models, extras),
    letterPreview: (model) => parts.previewLetters([model]),
    statementRender: parts.renderStatement,
    lettersCancel: () => {
      parts.cancelLetters();
      return done;
    },
    calibrationPage: parts.paper.calibrationPage,
    depositListRender: parts.paper.depositList,
    procedureSheetRender: parts.paper.procedureSheet,
  }) satisfies Partial<Handlers>;

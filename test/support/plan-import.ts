import { planImportSteps } from '../../shared/importing/plan-import.ts';
import { lastOf } from '../../shared/importing/steps.ts';

/** An import planned in one go. */
export const planImport = (...asked: Parameters<typeof planImportSteps>) => lastOf(planImportSteps(...asked));

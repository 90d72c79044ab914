import { businessDay } from '../../../shared/dates/clock.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Command, put, type RowWrite, remove } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { MessageTemplate } from '../../../shared/reminders/template.ts';
import { shippedTemplate } from '../../../shared/reminders/template-choice.ts';
import {
  asFormerVersion,
  formerVersions,
  isSameText,
  versionsKept,
} from '../../../shared/reminders/template-versions.ts';
import { fail, ok } from '../../../shared/result.ts';

/** Keeps what a stored template says now, and drops the oldest text beyond what is kept. */
const keepPresent = (ledger: Ledger, id: string): readonly RowWrite[] => {
  const present = ledger.templates.get(id);
  if (present === undefined) return [];
  const versions = formerVersions(ledger, id);
  return [
    put('templates', asFormerVersion(present, versions)),
    ...versions.slice(versionsKept - 1).map(({ template }) => remove('templates', template.id)),
  ];
};

const sameText = {
  kind: 'same-text',
  message: 'Ce modèle dit déjà cela\u00A0: rien n’a été modifié.',
} as const;

/** Replaces the text of a template; what it said before stays among its versions. */
export const saveTemplate: Command<Omit<MessageTemplate, 'updatedAt'>> = (ledger, template, context) => {
  const present = ledger.templates.get(template.id) ?? shippedTemplate(template.id);
  if (present !== undefined && isSameText(present, template)) return fail(sameText);
  return ok({
    command: 'save-template',
    label: `Modèle «\u00A0${template.name}\u00A0» modifié`,
    undo: 'allowed',
    writes: [...keepPresent(ledger, template.id), put('templates', { ...template, updatedAt: context.now })],
  });
};

/** « Reprendre cette version »: a former text again; the one it replaces joins the versions. */
export const resumeTemplateVersion: Command<{ readonly id: string; readonly version: number }> = (
  ledger,
  { id, version },
  context,
) => {
  const former = formerVersions(ledger, id).find(({ number }) => number === version)?.template;
  if (former === undefined) return fail({ kind: 'no-version', message: 'Cette version n’existe plus.' });
  const present = ledger.templates.get(id) ?? shippedTemplate(id);
  if (present !== undefined && isSameText(present, former)) return fail(sameText);
  const savedOn = formatDay(businessDay(Date.parse(former.updatedAt)));
  return ok({
    command: 'resume-template-version',
    label: `Modèle «\u00A0${former.name}\u00A0»\u00A0: version du ${savedOn} reprise`,
    undo: 'allowed',
    writes: [...keepPresent(ledger, id), put('templates', { ...former, id, updatedAt: context.now })],
  });
};

/** « Restaurer l’original »: the text of the application shows again; the user's own stays among the versions. */
export const restoreTemplate: Command<{ readonly id: string }> = (ledger, { id }) => {
  const template = ledger.templates.get(id);
  if (!template || shippedTemplate(id) === undefined)
    return fail({ kind: 'is-original', message: 'Ce modèle est déjà celui d’origine.' });
  return ok({
    command: 'restore-template',
    label: `Modèle «\u00A0${template.name}\u00A0» restauré`,
    undo: 'allowed',
    writes: [...keepPresent(ledger, id), remove('templates', id)],
  });
};

import { type Command, put, remove } from '../../../shared/ledger/decision.ts';
import { fail, ok } from '../../../shared/result.ts';

const gone = fail({ kind: 'no-profile', message: 'Cette source n’existe plus.' });

/** Gives a source of files another name. */
export const renameImportProfile: Command<{ readonly id: string; readonly name: string }> = (
  ledger,
  { id, name },
) => {
  const profile = ledger.importProfiles.get(id);
  if (!profile) return gone;
  const typed = name.trim();
  if (typed === '') return fail({ kind: 'no-name', message: 'Donnez un nom à cette source.' });
  if (typed === profile.name) return fail({ kind: 'same-name', message: 'Cette source porte déjà ce nom.' });
  return ok({
    command: 'rename-import-profile',
    label: `Source «\u00a0${profile.name}\u00a0» renommée «\u00a0${typed}\u00a0»`,
    undo: 'allowed',
    writes: [put('importProfiles', { ...profile, name: typed })],
  });
};

/** Forgets the columns of a source; what was imported with them stays. */
export const removeImportProfile: Command<{ readonly id: string }> = (ledger, { id }) => {
  const profile = ledger.importProfiles.get(id);
  if (!profile) return gone;
  return ok({
    command: 'remove-import-profile',
    label: `Source «\u00a0${profile.name}\u00a0» oubliée`,
    undo: 'allowed',
    writes: [remove('importProfiles', id)],
  });
};

import { withdrawals, withdrawnCount } from '../../../shared/claims/waiting-reminders.ts';
import { withdrawableReminders } from '../../../shared/claims/withdrawable-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Client, Insolvency } from '../../../shared/ledger/client.ts';
import { insolvencyName } from '../../../shared/ledger/client-flag.ts';
import { type Command, put, type Refusal } from '../../../shared/ledger/decision.ts';
import { fail, ok } from '../../../shared/result.ts';

const gone: Refusal = { kind: 'no-client', message: 'Ce client n’existe plus.' };
const noProcedure: Refusal = {
  kind: 'no-procedure',
  message: 'Aucune procédure n’est enregistrée pour ce client.',
};

/** What the user says of a procedure; the dispatch of the declaration is recorded apart. */
export type InsolvencyWish = Omit<Insolvency, 'declaredOn'>;

const dateRefusal = ({ judgmentOn, publishedOn }: InsolvencyWish, today: Day): Refusal | undefined => {
  if (judgmentOn > today || (publishedOn !== undefined && publishedOn > today))
    return { kind: 'future', message: 'Une de ces dates est dans le futur.' };
  if (publishedOn !== undefined && publishedOn < judgmentOn)
    return { kind: 'published-too-early', message: 'La publication au BODACC suit le jugement.' };
  return undefined;
};

const withText = (key: 'trustee' | 'court', text: string | undefined): Partial<Insolvency> => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? {} : { [key]: trimmed };
};

/** Why a message was taken back; stands in the client's history. */
const stoppedBy = ({ kind, judgmentOn }: Insolvency): string =>
  `${insolvencyName(kind)}, jugement du ${formatDay(judgmentOn)}\u00A0: la créance ne se relance plus.`;

/**
 * Records or corrects the opening of a procedure and, in the same change, takes back every message for
 * earlier claims that has not left (C. com. L622-7, L622-21): approved e-mails, letters to print, letters
 * printed and not posted. Undo takes the procedure off and leaves the messages withdrawn, so that they are
 * proposed again. The caller then recalls the e-mails from main (delivery-sync.ts).
 */
export const recordInsolvency: Command<{ readonly clientId: string; readonly insolvency: InsolvencyWish }> = (
  ledger,
  { clientId, insolvency: wish },
  context,
) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail(gone);
  const refusal = dateRefusal(wish, context.today);
  if (refusal) return fail(refusal);
  const declaredOn = client.insolvency?.declaredOn;
  const insolvency: Insolvency = {
    kind: wish.kind,
    judgmentOn: wish.judgmentOn,
    ...(wish.publishedOn === undefined ? {} : { publishedOn: wish.publishedOn }),
    ...withText('trustee', wish.trustee),
    ...withText('court', wish.court),
    ...(declaredOn === undefined ? {} : { declaredOn }),
  };
  const stopped = withdrawableReminders(ledger, clientId, insolvency);
  const verb = client.insolvency === undefined ? 'enregistré' : 'modifié';
  // « Redressement » is masculine, the two others are not.
  const agreed = insolvency.kind === 'reorganisation' ? verb : `${verb}e`;
  return ok({
    command: 'record-insolvency',
    label: `${insolvencyName(insolvency.kind)} de ${client.name} ${agreed}${withdrawnCount(stopped.length)}`,
    clientId,
    undo: 'allowed',
    writes: [
      put('clients', { ...client, insolvency }),
      ...withdrawals(stopped, context.now, stoppedBy(insolvency)),
    ],
  });
};

/** The procedure is over, or was recorded by mistake: the client is reminded as usual again. */
export const endInsolvency: Command<{ readonly clientId: string }> = (ledger, { clientId }) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail(gone);
  if (client.insolvency === undefined) return fail(noProcedure);
  const { insolvency: _over, ...kept } = client;
  const next: Client = kept;
  return ok({
    command: 'end-insolvency',
    label: `Procédure collective de ${client.name} retirée`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', next)],
  });
};

/** The day on which the declaration of the claim was dispatched, which is the day that counts (R622-24). */
export const recordDeclaration: Command<{ readonly clientId: string; readonly declaredOn: Day }> = (
  ledger,
  { clientId, declaredOn },
  context,
) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail(gone);
  const { insolvency } = client;
  if (insolvency === undefined) return fail(noProcedure);
  if (declaredOn > context.today)
    return fail({ kind: 'future', message: 'La date d’envoi est dans le futur.' });
  if (declaredOn < insolvency.judgmentOn)
    return fail({
      kind: 'before-judgment',
      message: `La déclaration suit le jugement du ${formatDay(insolvency.judgmentOn)}.`,
    });
  return ok({
    command: 'record-declaration',
    label: `Déclaration de créance envoyée le ${formatDay(declaredOn)} pour ${client.name}`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', { ...client, insolvency: { ...insolvency, declaredOn } })],
  });
};

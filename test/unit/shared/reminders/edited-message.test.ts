import { describe, expect, it } from 'vitest';
import { editedMessage, makeEdit } from '../../../../shared/reminders/edited-message.ts';

const composed = { subject: 'Facture F-1', body: 'Il reste 10,00 €.', recipientEmail: 'a@example.fr' };

describe('the user’s own words for one message', () => {
  it('take the place of the template’s, the recipient stays', () => {
    const made = makeEdit(composed, { subject: ' Ma facture\nF-1 ', body: 'Bonjour,\r\n\r\nmerci.\n' });
    if (made.problem !== undefined) throw new Error(made.problem);
    expect(editedMessage(composed, made.edit)).toEqual({
      kind: 'edited',
      message: { ...composed, subject: 'Ma facture F-1', body: 'Bonjour,\n\nmerci.' },
    });
  });

  it('are dropped when the facts they were written from have changed', () => {
    const made = makeEdit(composed, { subject: 'Facture F-1', body: 'Réglez 10,00 €.' });
    if (made.problem !== undefined) throw new Error(made.problem);
    const paidInPart = { ...composed, body: 'Il reste 4,00 €.' };
    expect(editedMessage(paidInPart, made.edit)).toEqual({ kind: 'outdated', message: paidInPart });
  });

  it('are no edit where nothing was changed', () => {
    expect(makeEdit(composed, composed)).toEqual({ edit: undefined });
    expect(editedMessage(composed, undefined)).toEqual({ kind: 'unedited', message: composed });
  });

  it('may not be empty', () => {
    expect(makeEdit(composed, { subject: ' \n', body: 'x' }).problem).toContain('objet');
    expect(makeEdit(composed, { subject: 'x', body: ' \n ' }).problem).toContain('texte');
  });
});

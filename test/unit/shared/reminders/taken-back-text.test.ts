import { expect, test } from 'vitest';
import { takenBackText } from '../../../../shared/reminders/taken-back-text.ts';

test.each([
  [1, 1, 'E-mail retiré\u00A0: il est de nouveau à valider.'],
  [3, 3, '3 e-mails retirés\u00A0: ils sont de nouveau à valider.'],
  [1, 0, 'Trop tard\u00A0: cet e-mail était déjà parti.'],
  [3, 0, 'Trop tard\u00A0: ces e-mails étaient déjà partis.'],
  [3, 1, '1 e-mail sur 3 retiré\u202F; les autres étaient déjà partis.'],
  [3, 2, '2 e-mails sur 3 retirés\u202F; les autres étaient déjà partis.'],
])('%i wanted, %i taken back', (wanted, recalled, text) => {
  expect(takenBackText(wanted, recalled)).toBe(text);
});

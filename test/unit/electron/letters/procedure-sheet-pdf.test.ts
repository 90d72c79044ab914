import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { typeset } from '../../../../electron/letters/typeset.ts';
import { procedureSheetDocument } from '../../../../shared/cases/procedure-sheet.ts';
import { day } from '../../../../shared/dates/day.ts';
import { procedureSheet } from '../../../../shared/ipc/procedure-sheet-contract.ts';
import { pageTexts } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

it('puts the data of a procedure on paper: each value with its source, a hostile name on more lines', async () => {
  const sheet = {
    writtenOn: day('2026-11-22'),
    title: 'Injonction de payer',
    creditor: 'Menuiserie Œuvre',
    debtor: 'É'.repeat(300),
    sections: [
      {
        title: 'Montant exact',
        fields: [
          { label: 'Total', value: '1\u202F089,26\u00A0€', source: 'Décompte arrêté au 22/11/2026' },
          { label: 'Nom', value: 'x\u0000'.repeat(300), source: 'Fiche client' },
        ],
      },
      { title: 'Sans rien', fields: [] },
    ],
  };
  expect(procedureSheet.safeParse(sheet).success).toBe(true);
  expect(procedureSheet.safeParse({ ...sheet, writtenOn: '2026-02-30' }).success).toBe(false);
  const pages = pageTexts(await typeset(procedureSheetDocument(sheet), fontsFolder));
  const text = pages.join(' ');
  expect(pages).toHaveLength(1);
  expect(text).toMatch(
    /Injonction de payer.*Au 22\/11\/2026.*Montant exact.*Total 1\s089,26\s€ Décompte arrêté.*Fiche client/su,
  );
  expect(text).not.toContain('Sans rien');
});

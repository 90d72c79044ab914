import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { simpleParser } from 'mailparser';
import { businessDay } from '../../shared/dates/clock.ts';
import { addDays } from '../../shared/dates/day.ts';
import { formatDay } from '../../shared/dates/format-day.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { account } from './support/mail-server.ts';
import { startPostfix } from './support/postfix.ts';
import { companyIban, fillCompany } from './support/story-settings.ts';
import { answerOpenDialog } from './support/system-dialogs.ts';
import { callBridge, goTo, importFile, seeToast } from './support/window.ts';

const client = { name: 'Pâtisserie L’Œillet & Fils', address: 'compta@oeillet.example' };
const invoiceNumber = 'F-2026-Été-07';

/** A copy of the invoice of two pages, as a billing program would have made it. */
const invoiceCopy = async (): Promise<Uint8Array> => {
  const copy = await PDFDocument.create();
  copy.setTitle('Facture');
  for (const text of ['Facture', 'Conditions']) copy.addPage([595, 842]).drawText(text, { x: 72, y: 740 });
  return copy.save();
};

test('a reminder with its PDF through a real Postfix, read back from the mailbox', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(120_000);
  const postfix = await startPostfix({ domain: 'oeillet.example', account });
  try {
    const certificate = join(folder, 'authority.pem');
    await writeFile(certificate, postfix.certificate);
    const copyPath = join(folder, 'facture été.pdf');
    const copyBytes = await invoiceCopy();
    await writeFile(copyPath, copyBytes);
    const dueOn = addDays(businessDay(clock.nowMs()), -12);
    const ledgerPath = join(folder, 'factures.csv');
    const cells = [invoiceNumber, client.name, ...[addDays(dueOn, -30), dueOn].map(formatDay), '1234,56'];
    await writeFile(
      ledgerPath,
      `N° facture;Client;Date de facture;Échéance;Montant TTC;E-mail\r\n${cells.join(';')};${client.address}`,
    );

    const running = await start({ args: [`--extra-certificate=${certificate}`] });
    const { app, window } = running;
    await window.getByRole('button', { name: 'Importer mes factures' }).click();
    await importFile(window, ledgerPath);
    await callBridge(window, 'mailSave', {
      settings: {
        transport: 'smtp',
        host: 'localhost',
        port: postfix.port,
        security: 'starttls',
        user: account.user,
        senderName: 'Atelier Lumière',
        senderAddress: account.user,
        testMode: false,
      },
      password: account.password,
    });
    await fillCompany(window);

    await test.step('the copy of the invoice is joined', async () => {
      await answerOpenDialog(app, copyPath);
      await goTo(window, 'Clients');
      await window.getByRole('main').getByRole('link', { name: client.name }).click();
      await window.getByRole('tab', { name: /^Factures/ }).click();
      await window.getByRole('button', { name: `Actions sur ${invoiceNumber}` }).click();
      await window.getByRole('menuitem', { name: 'Joindre la copie…' }).click();
      await seeToast(window, `Copie jointe à la facture ${invoiceNumber}`);
    });

    let subject = '';
    await test.step('the preview shows what will leave, and it is approved', async () => {
      await goTo(window, 'Relances');
      const list = window.getByRole('listbox', { name: 'Relances à valider' });
      await list.getByRole('option').first().click();
      const preview = window.getByRole('region', { name: `Relance de ${client.name}` });
      await expect(preview.getByRole('button', { name: `Facture ${invoiceNumber}.pdf` })).toBeVisible();
      subject = (await preview.locator('dt', { hasText: 'Objet' }).locator('~ dd').textContent()) ?? '';
      await picture(window, 'relance-piece-jointe');
      await list.focus();
      await window.keyboard.press('a');
      await window.keyboard.press('Control+Enter');
      await answerBankQuestion(window);
      const sheet = window.getByRole('dialog', { name: 'Approuver la relance' });
      await sheet.getByRole('button', { name: /^Approuver/ }).click();
      await seeToast(window, '1 e-mail approuvé');
      clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
    });

    await test.step('the mailbox has it, once and whole', async () => {
      await expect
        .poll(async () => (await postfix.mailbox()).length, {
          message: 'messages in the mailbox',
          timeout: 30_000,
        })
        .toBe(1);
      const [raw = ''] = await postfix.mailbox();
      const message = await simpleParser(raw);
      expect(raw).toContain(`Delivered-To: ${client.address}`);
      expect(message.from?.value).toEqual([{ name: 'Atelier Lumière', address: account.user }]);
      const to = Array.isArray(message.to) ? message.to : [message.to];
      expect(to.flatMap((field) => field?.value.map(({ address }) => address) ?? [])).toEqual([
        client.address,
      ]);
      expect(message.cc ?? message.bcc).toBeUndefined();
      expect(subject).toContain('Été');
      expect(message.subject).toBe(subject);
      // Both parts say the same to whoever reads only one.
      const text = (message.text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
      expect(text).toContain('1 234,56 €');
      expect(text).toContain(companyIban);
      const html = (message.html || '').replaceAll(/[\u00a0\u202f]/g, ' ');
      expect(html).toContain('1 234,56 €');
      expect(html).toContain(invoiceNumber);

      expect(message.attachments.map(({ filename }) => filename)).toEqual([`Facture ${invoiceNumber}.pdf`]);
      const [attached] = message.attachments;
      expect(attached?.contentType).toBe('application/pdf');
      expect(Buffer.compare(attached?.content ?? Buffer.alloc(0), Buffer.from(copyBytes))).toBe(0);
      const opened = await PDFDocument.load(attached?.content ?? new Uint8Array());
      expect(opened.getPageCount()).toBe(2);
      expect(postfix.logins).toEqual([{ user: account.user, accepted: true }]);
      expect(await postfix.log()).toContain('sasl_method=PLAIN');
    });

    await test.step('the application knows that the server has it', async () => {
      await window.getByRole('tab', { name: /^En cours et partis/ }).click();
      await expect(window.getByRole('main').getByRole('grid').locator('tbody tr')).toContainText(
        'Accepté par le serveur',
      );
    });
  } finally {
    await postfix.stop();
  }
});

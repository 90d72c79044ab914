import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderLetters } from '../../../../electron/letters/render-letters.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { ClientLetter, ClientLetterKind } from '../../../../shared/ledger/client-letter.ts';
import { clientLetterModel } from '../../../../shared/letters/kinds/client-letter-model.ts';
import type { LetterWish } from '../../../../shared/letters/kinds/letter-wish.ts';
import { defaultLetterLayout } from '../../../../shared/letters/letter-document.ts';
import { ledgerOf, letterOf, today, wish } from '../../shared/letters/kinds/sample-ledger.ts';
import { pageTexts, placedWords } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const render = async (
  kind: ClientLetterKind,
  over: {
    readonly client?: Partial<Client>;
    readonly wish?: Partial<LetterWish>;
    readonly letter?: Partial<ClientLetter>;
    readonly invoices?: number;
  } = {},
): Promise<Uint8Array> => {
  const ledger = ledgerOf(over.client, over.invoices);
  const model = clientLetterModel(ledger, letterOf(ledger, wish(kind, over.wish), over.letter), today);
  if (!model.ok) throw new Error(model.error.message);
  const rendered = await renderLetters({
    models: [model.value],
    layout: defaultLetterLayout,
    images: new Map(),
    fontsFolder,
  });
  if (!rendered.ok) throw new Error(rendered.error.kind);
  return rendered.value.letters[0]?.bytes ?? new Uint8Array();
};

const inOrder = (text: string, parts: readonly string[]): void => {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    expect(found, `« ${part} » after « ${text.slice(Math.max(0, at - 40), at)} »`).toBeGreaterThanOrEqual(0);
    at = found + part.length;
  }
};

describe('letters beside the reminders, on paper', { timeout: 60_000 }, () => {
  it('sets a statement in order: movements, what is owed, balance, how to pay', async () => {
    inOrder(pageTexts(await render('account-statement')).join(' '), [
      'Menuiserie Œuvre & Façades SAS',
      'Objet : RELEVÉ DE COMPTE',
      'Mouvement Date Débit (€) Crédit (€) Solde (€)',
      'Solde à nouveau au 01/08/2026',
      'Facture FA2026-001, échéance du 31/08/2026 01/08/2026 1 890,00 – 1 890,00',
      'Avoir AV2026-001 01/10/2026 – 120,00 2 226,30',
      'Règlement VIR 4711 10/10/2026 – 890,00 1 336,30',
      'Solde au 22/11/2026 3 346,30 1 010,00 2 336,30',
      'Factures restant à régler',
      'FA2026-002 31/08/2026 30/09/2026 456,30 456,30 53',
      'Solde du compte au 22/11/2026 2 336,30 €',
      'dont échu : 1 456,30 €',
      'à régler à ce jour : 1 336,30 €',
      'Règlement par virement',
      'https://payer.example/?m=1336.30',
      'à l’ordre de Atelier Dupré',
      'salutations distinguées',
    ]);
  });

  it('carries the sums of a long statement over its pages and numbers them', async () => {
    const pages = pageTexts(await render('account-statement', { invoices: 70 }));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1}/${pages.length}`);
    });
    expect(pages[0]).toMatch(/À reporter .*[\d,]+$|À reporter/u);
    expect(pages[1]).toContain('Report');
    expect(pages[1]).toContain('Mouvement Date Débit (€) Crédit (€) Solde (€)');
    const carried = /À reporter ([\d ]+,\d\d [\d ]+,\d\d [\d ]+,\d\d)/u.exec(pages[0] ?? '')?.[1];
    expect(carried).toBeDefined();
    expect(pages[1]).toContain(`Report ${carried}`);
  });

  it('sets a plan with its clause, and the room to sign in one piece with the signature', async () => {
    const pages = pageTexts(
      await render('payment-plan', {
        client: { regime: 'b2c', name: 'Mme Œillet' },
        letter: { handwritten: true },
      }),
    );
    inOrder(pages.join(' '), [
      'ÉCHÉANCIER ET RECONNAISSANCE DE DETTE',
      'Origine de la dette',
      'Total (2 factures) 2 346,30 1 456,30',
      '1ʳᵉ échéance 15/12/2026 485,43',
      '3ᵉ échéance 15/02/2027 485,44',
      'Total 1 456,30',
      'Dette reconnue 1 456,30 €',
      'Déchéance du terme',
      'n’emporte pas novation',
      'Hélène Dupré',
      'Le débiteur, Mme Œillet',
      'À recopier de la main du débiteur',
      'mille quatre cent cinquante-six euros et trente centimes',
      'Signature :',
    ]);
    const signed = pages.find((page) => page.includes('Le débiteur, Mme Œillet')) ?? '';
    expect(signed).toContain('Hélène Dupré');
  });

  it('sets an English statement without a French word round its figures', async () => {
    const text = pageTexts(await render('account-statement', { wish: { language: 'en' } })).join(' ');
    inOrder(text, [
      'Subject: STATEMENT OF ACCOUNT',
      'Entry Date Debit (€) Credit (€) Balance (€)',
      'Opening balance on 1 August 2026',
      'Credit note AV2026-001',
      'Account balance on 22 November 2026 €2,336.30',
      'of which overdue: €1,456.30',
      'to pay today: €1,336.30',
      'Pay online',
      'payable to Atelier Dupré',
      'Yours faithfully',
    ]);
    expect(text).not.toMatch(/Facture|Solde|Échéance|Règlement/u);
  });

  it.each(['account-statement', 'payment-plan', 'discount-offer', 'thanks', 'mandate'] as const)(
    'keeps a %s inside its margins for a hostile name of 300 characters',
    async (kind) => {
      const name = `${'Œ'.repeat(40)}<b>%PDF\u202E ${'Société très longue & Cie '.repeat(10)}`.slice(0, 300);
      const bytes = await render(kind, { client: { name } });
      for (const word of placedWords(bytes)) {
        expect(word.leftMm).toBeGreaterThan(3);
        expect(word.rightMm).toBeLessThanOrEqual(191);
        expect(word.bottomMm).toBeLessThanOrEqual(294);
      }
    },
  );
});

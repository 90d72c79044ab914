import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeCaseFile } from '../../../../electron/cases/write-case-file.ts';
import { openDocumentStore } from '../../../../electron/documents/document-store.ts';
import { typeset } from '../../../../electron/letters/typeset.ts';
import { procedureData } from '../../../../shared/cases/procedure-data.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { ClientLetter } from '../../../../shared/ledger/client-letter.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import type { Piece } from '../../../../shared/ledger/piece.ts';
import { cents, zeroCents } from '../../../../shared/money/cents.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import {
  claimsClient,
  claimsDispute,
  claimsInvoice,
  claimsLedger,
  claimsPayment,
  paidBy,
  postedNotice,
} from '../../shared/claims/claims-ledger.ts';
import { pageTexts } from '../letters/pdf-page.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const fonts = resolve(import.meta.dirname, '../../../../assets/fonts');
const today = day('2026-11-22');
const longName = `Établissements Œuvre & Façades ${'Charpenterie'.repeat(40)}`.slice(0, 300);
const noteOfUser = 'mauvais payeur, rappeler son banquier';

const legalCase: LegalCase = {
  id: 'k1',
  clientId: 'c1',
  invoiceIds: ['F-1', 'F-2'],
  openedOn: day('2026-11-01'),
  facts: { debtorIsMerchant: true, creditorIsMerchant: true, isContested: false },
  procedure: 'order-for-payment',
  costsCents: zeroCents,
  note: noteOfUser,
  documents: [],
};

const clientLetter = (kind: ClientLetter['kind'], subject: string): ClientLetter => ({
  id: kind,
  clientId: 'c1',
  kind,
  invoiceIds: ['F-1'],
  registered: false,
  writtenOn: day('2026-10-20'),
  subject,
  body: subject,
  state: {
    kind: 'posted',
    mode: 'plain',
    depositedOn: day('2026-10-20'),
    trackingNumber: '',
    recordedAt: '2026-10-20T15:00:00.000Z' as Instant,
  },
  documents: [],
});

let root: string;
let ledger: Ledger;
let files: Record<string, Uint8Array>;

/** Text of the one PDF whose path matches. */
const textOf = (path: RegExp): string => {
  const found = Object.keys(files).filter((name) => path.test(name));
  expect(found, String(path)).toHaveLength(1);
  return pageTexts(files[found[0] ?? ''] ?? new Uint8Array()).join(' ');
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-contents-'));
  const opened = await openDocumentStore({ folder: join(root, 'documents') });
  if (!opened.ok) throw new Error('no store');
  const documents = opened.value;
  const kept = async (name: string, mediaType = 'application/pdf') => {
    const put = await documents.put(Buffer.from(`%PDF-1.4 ${name}`));
    if (!put.ok) throw new Error('not kept');
    return { hash: put.value, name, mediaType };
  };
  const letter = await kept('Mise en demeure.pdf');
  const posted = postedNotice(['F-1', 'F-2'], day('2026-10-01'), day('2026-10-03'));
  if (posted.state.kind !== 'posted') throw new Error('not posted');
  const notice: Reminder = {
    ...posted,
    state: {
      ...posted.state,
      printedOn: day('2026-09-30'),
      trackingNumber: '1A00000000001',
      typedNumber: '1A 000 000 0000 1',
      outcome: { kind: 'unclaimed', on: day('2026-10-21') },
    },
    documents: [letter, await kept('Preuve de dépôt.jpg', 'image/jpeg')],
  };
  const bare: Reminder = {
    ...postedNotice(['F-2'], day('2026-11-05')),
    level: 'last-notice',
    subject: 'Dernier avis',
  };
  const email: Reminder = {
    ...posted,
    id: 'e1',
    level: 'friendly',
    channel: 'email',
    recipientEmail: 'compta@client.example',
    subject: 'Rappel de la facture F-1',
    body: 'Bonjour,\n\nSauf erreur de notre part, la facture F-1 reste due.\n\n[factures]\n\nCordialement,',
    // After midnight in Paris, still the day before in UTC.
    state: { kind: 'accepted', acceptedAt: '2026-09-01T22:30:00.000Z' as Instant, serverReply: '250' },
    documents: [await kept('relance.eml', 'message/rfc822')],
  };
  const pieces: Piece[] = [];
  for (let index = 1; index <= 40; index += 1)
    pieces.push({
      id: `p${index}`,
      clientId: 'c1',
      kind:
        (['correspondence', 'contract', 'delivery-note', 'creditor-identity'] as const)[index % 4] ?? 'other',
      title: `Scan ${index}`,
      addedOn: day('2026-11-01'),
      document: await kept(`Éxemplaire nº ${index}.pdf`),
    });
  ledger = {
    ...claimsLedger({
      client: claimsClient({ name: longName }),
      invoices: [
        claimsInvoice('F-1', 120_000, '2026-06-30', { documentHash: (await kept('Facture')).hash }),
        claimsInvoice('F-2', 340_050, '2026-07-31'),
      ],
      payments: [claimsPayment('v1', '2026-08-15', 50_000)],
      allocations: [paidBy('v1', 'F-1', 50_000, '2026-08-15')],
      disputes: [claimsDispute('F-2', 50_000, '2026-09-01', '2026-09-20')],
      reminders: [email, notice, bare],
    }),
    notes: new Map([
      [
        'call',
        {
          id: 'call',
          clientId: 'c1',
          kind: 'call',
          occurredAt: '2026-09-10T08:00:00.000Z' as Instant,
          text: noteOfUser,
          outcome: 'difficulty',
        },
      ],
    ]),
    pieces: new Map(pieces.map((piece) => [piece.id, piece])),
    legalCases: new Map([['k1', legalCase]]),
    letters: new Map([
      ['m1', clientLetter('mandate', 'Mandat de recouvrement amiable')],
      ['s1', clientLetter('account-statement', 'Relevé de compte')],
    ]),
    handovers: new Map([
      [
        'h1',
        {
          id: 'h1',
          clientId: 'c1',
          invoiceIds: ['F-1'],
          collector: { kind: 'agency', name: 'Recouvra Conseil' },
          handedOverOn: day('2026-10-20'),
          claimCents: cents(70_000),
          fee: { kind: 'none' },
          reference: 'RC-418',
          note: noteOfUser,
          ended: {
            on: day('2026-11-10'),
            outcome: 'not-recovered',
            recoveredCents: zeroCents,
            feeCents: zeroCents,
            note: noteOfUser,
          },
          documents: [],
        },
      ],
    ]),
  };
  const path = join(root, 'dossier.zip');
  const done = await writeCaseFile({
    ledger,
    caseId: 'k1',
    today,
    documents,
    typeset: (document) => typeset(document, fonts),
    path,
    nowMs: Date.UTC(2026, 10, 22, 13, 5),
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  files = unzipSync(await readFile(path));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('what a lawyer finds in the file of a case', () => {
  it('every name in ASCII, so that courts and old programs take it', () => {
    for (const name of Object.keys(files)) expect(name).toMatch(/^[\x20-\x7E]+$/u);
    expect(Object.keys(files)).toContain('01_identite_creancier/001 Fiche du creancier.pdf');
    expect(Object.keys(files).some((name) => name.endsWith('Exemplaire no 4.pdf'))).toBe(true);
  });

  it('one number for each piece: in its name, in the bordereau and in the data of the procedure', () => {
    const numbered = Object.keys(files).flatMap((path) => {
      const number = /\/(\d{3}) /u.exec(path)?.[1];
      return number === undefined ? [] : [{ path, number: Number(number) }];
    });
    expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, index) => index + 1));
    expect(numbered.length).toBeGreaterThan(50);
    const bordereau = textOf(/^00_bordereau/u);
    for (const { path, number } of numbered) {
      const shown = path.slice(path.indexOf('/') + 1, -4);
      expect(bordereau.replaceAll(/\s/gu, ''), path).toContain(shown.replaceAll(/\s/gu, ''));
      const hash = createHash('sha256')
        .update(files[path] ?? new Uint8Array())
        .digest('hex');
      for (const part of [hash.slice(0, 16), hash.slice(48)]) expect(bordereau, path).toContain(part);
      expect(bordereau).toContain(` ${number} `);
    }
    const rows = procedureData(ledger, legalCase, today)?.sections.at(-1)?.fields ?? [];
    expect(rows.map(({ label }) => label)).toEqual(numbered.map(({ number }) => `Pièce ${number}`));
    expect(rows[numbered.findIndex(({ path }) => path.includes('Facture F-1'))]?.value).toContain(
      'Facture F-1',
    );
  });

  it('what is missing, by its name', () => {
    const bordereau = textOf(/^00_bordereau/u);
    expect(bordereau).toContain('Copie de la facture F-2');
    expect(bordereau).toContain('Copie du dernier avis du 05/11/2026');
    expect(bordereau).toContain('Preuve de dépôt du dernier avis du 05/11/2026');
    expect(bordereau).toContain('Avis de réception signé ou pli retourné du dernier avis du 05/11/2026');
    expect(bordereau).not.toContain('réception de la mise en demeure du 01/10/2026');
  });

  it('the chain of the formal notice from the printer on, its effect, and the pieces that prove it', () => {
    const chain = textOf(/^09_.*Suivi des courriers/u);
    expect(chain).toMatch(
      /Mise en demeure du 01\/10\/2026.*Imprimée 30\/09\/2026.*01\/10\/2026, n°\s1A 000 000 0000 1.*Présentée 03\/10\/2026.*Non réclamée 21\/10\/2026/su,
    );
    expect(chain).toContain('reste valable');
    const letter = Object.keys(files).find((name) => name.endsWith('Mise en demeure.pdf')) ?? '';
    const number = Number(/\/(\d{3}) /u.exec(letter)?.[1]);
    expect(chain).toContain(`Copie pièce ${number}`);
    expect(chain).toContain(`Preuve pièce ${number + 1}`);
  });

  it('letters to the debtor only, and nothing that speaks against the user', () => {
    const chain = textOf(/^09_.*Suivi des courriers/u);
    expect(chain).toContain('Relevé de compte du 20/10/2026');
    expect(chain).not.toMatch(/mandat/iu);
    expect(chain).not.toContain('ne laisse aucune preuve');
    for (const [name, bytes] of Object.entries(files))
      if (/^\d\d_.*\.pdf$/u.test(name) && /Suivi|Chrono|Contest|Releve|Fiche/u.test(name))
        expect(pageTexts(bytes).join(' '), name).not.toContain('Recouvra');
  });

  it('the reminders with day, channel, addressee, outcome and text; of a call its outcome, not the words of the user', () => {
    const chronology = textOf(/^08_.*Chronologie/u);
    expect(chronology).toMatch(/02\/09\/2026.*10\/09\/2026.*01\/10\/2026/su);
    expect(chronology).toContain('Appel');
    expect(chronology).toContain('difficulté');
    const texts = textOf(/^08_.*Textes/u);
    expect(texts).toContain('Sauf erreur de notre part, la facture F-1 reste due.');
    // The table of a letter as lines: its mark in the template is nothing for a judge.
    expect(texts).not.toContain('[factures]');
    expect(texts).toMatch(/F-1 du \d\d\/\d\d\/\d{4}, échue le \d\d\/\d\d\/\d{4}\s: [\d\s]+,\d\d\s€/u);
    for (const [name, bytes] of Object.entries(files)) {
      if (!name.endsWith('.pdf') || !/Fiche|Chrono|Textes|Suivi|Releve|note|bordereau|Contest/u.test(name))
        continue;
      expect(pageTexts(bytes).join(' '), name).not.toContain('banquier');
    }
  });

  it('the payments and what they settled, the account, the disputes', () => {
    const account = textOf(/^07_/u);
    expect(account).toMatch(/Règlement par virement VIR v1, 500,00\s€ F-1 500,00\s€/u);
    expect(account).toMatch(/solde 4\s100,50\s€/u);
    expect(textOf(/^11_.*Contestations/u)).toMatch(
      /F-2 contestée pour 500,00\s€, qualité.*clos le 20\/09\/2026/su,
    );
  });

  it('beside the pieces a note: figures of the décompte, limitation, court, conditions, both regimes of the order', () => {
    const note = textOf(/^00_note_de_synthese\.pdf$/u);
    const statement = textOf(/^06_.*Decompte/u);
    const total = /Total dû au 22\/11\/2026 ([\d\s]+,\d\d)/u.exec(statement)?.[1]?.replaceAll(/\s/gu, '');
    expect(total).toMatch(/^\d+,\d\d$/u);
    expect(/ Total ([\d\s]+,\d\d)/u.exec(note)?.[1]?.replaceAll(/\s/gu, '')).toBe(total);
    expect(note).toMatch(/Dernier jour pour agir 05\/01\/2031/u);
    expect(note).toMatch(/Procédure choisie Injonction de payer/u);
    expect(note).toMatch(/compétence d’ordre public \(CPC art\. 1406\)/u);
    expect(note).toMatch(/Créance exigible Remplie\./u);
    expect(note).toMatch(/jusqu’au\s+À signifier dans les 6 mois.*31\/08\/2026|31\/08\/2026.*6 mois/su);
    expect(note).toMatch(/À signifier dans les 3 mois/u);
    expect(note).toMatch(/Petites créances Fermée/u);
    expect(note).toMatch(
      /Litige du 01\/09\/2026 Clos le 20\/09\/2026, facture F-2, 500,00\s€, qualité\..*Recouvra Conseil, société de recouvrement, réf\. RC-418\. Revenu le\s10\/11\/2026, non recouvré\./su,
    );
    expect(textOf(/^00_bordereau/u)).not.toContain('Note de synthèse');
  });

  it('lists every file but itself in SHA256SUMS, the tables for a spreadsheet among them', () => {
    const lines = Buffer.from(files.SHA256SUMS ?? [])
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.slice(66)).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
    expect(Object.keys(files)).toContain('tableurs/decompte.csv');
    for (const line of lines)
      expect(
        createHash('sha256')
          .update(files[line.slice(66)] ?? new Uint8Array())
          .digest('hex'),
      ).toBe(line.slice(0, 64));
  });

  it('keeps a name of 300 characters within the page', () => {
    const text = textOf(/^02_.*Fiche/u).replaceAll(/\s/gu, '');
    expect(text).toContain(longName.replaceAll(/\s/gu, ''));
  });
});

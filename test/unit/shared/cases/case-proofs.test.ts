import { describe, expect, it } from 'vitest';
import { caseFile } from '../../../../shared/cases/case-file.ts';
import type { PaperBlock } from '../../../../shared/cases/case-paper.ts';
import { missingPieces } from '../../../../shared/cases/case-pieces.ts';
import { procedureData } from '../../../../shared/cases/procedure-data.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { DispatchMode, DispatchOutcomeKind } from '../../../../shared/ledger/dispatch.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import type { LetterDocument, ProofRole } from '../../../../shared/ledger/letter-document.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

const today = day('2026-11-22');
const legalCase: LegalCase = {
  id: 'k1',
  clientId: 'c1',
  invoiceIds: ['F-1'],
  openedOn: today,
  facts: {},
  procedure: 'order-for-payment',
  costsCents: zeroCents,
  note: '',
  documents: [],
};
const printed: LetterDocument = { hash: '0'.repeat(64), name: 'Lettre.pdf', mediaType: 'application/pdf' };
const proof = (digit: string, role?: ProofRole): LetterDocument => ({
  hash: digit.repeat(64),
  name: `scan ${digit}.jpg`,
  mediaType: 'image/jpeg',
  ...(role === undefined ? {} : { role, attachedOn: day('2026-11-20') }),
});
const ledgerOf = (
  proofs: readonly LetterDocument[],
  kind?: DispatchOutcomeKind,
  mode?: DispatchMode,
): Ledger => {
  const notice = postedNotice(['F-1'], day('2026-10-01'), day('2026-10-03'));
  if (notice.state.kind !== 'posted') throw new Error('not posted');
  const row: Reminder = {
    ...notice,
    letterHash: printed.hash,
    documents: [printed, ...proofs],
    state: {
      ...notice.state,
      ...(mode === undefined ? {} : { mode }),
      ...(kind === undefined ? {} : { outcome: { kind, on: day('2026-10-21') } }),
    },
  };
  return claimsLedger({ invoices: [claimsInvoice('F-1', 120_000, '2026-06-30')], reminders: [row] });
};
const fileOf = (ledger: Ledger) => {
  const file = caseFile(ledger, legalCase, today);
  const section = file?.sections.find(({ folder }) => folder.startsWith('09'));
  if (file === undefined || section === undefined) throw new Error('no file');
  return { ...file, section };
};
const warned = (ledger: Ledger): readonly string[] =>
  missingPieces(ledger, legalCase)
    .map(({ text }) => text)
    .filter((text) => text.includes('mise en demeure'));
const ofNotice = 'de la mise en demeure du 01/10/2026';

describe('the proofs of a formal notice in the file of a case', () => {
  const complete = ledgerOf([proof('1', 'deposit'), proof('2', 'returned')], 'unclaimed');

  it('stand under what they prove, with the day of it, in the list and in the name of their file', () => {
    const { section } = fileOf(complete);
    expect(
      section.entries
        .filter(({ content }) => content.kind === 'document')
        .map(({ title, on, content }) => [title, on, content.fileName]),
    ).toEqual([
      [expect.stringMatching(/^Mise en demeure.* du 01\/10\/2026$/), '2026-10-01', 'Lettre.pdf'],
      [
        expect.stringMatching(/^Mise en demeure.* du 01\/10\/2026, preuve de dépôt$/),
        '2026-10-01',
        'Preuve de dépôt 2026-10-01.jpg',
      ],
      [
        expect.stringMatching(/, pli retourné, avisé et non réclamé$/),
        '2026-10-21',
        'Pli retourné, avisé et non réclamé 2026-10-21.jpg',
      ],
    ]);
    expect(section.missing).toEqual([]);
    const pieces = procedureData(complete, legalCase, today)?.sections.at(-1)?.fields ?? [];
    expect(pieces.map(({ value }) => value).join()).toContain('preuve de dépôt');
  });

  it('are named one by one in the chain of the letter', () => {
    const fields = (ledger: Ledger): Readonly<Record<string, string>> => {
      const paper = fileOf(ledger).section.entries[0]?.content;
      const blocks: readonly PaperBlock[] = paper?.kind === 'paper' ? paper.paper.blocks : [];
      return Object.fromEntries(
        blocks.flatMap((block) =>
          block.kind === 'fields' ? block.fields.map(({ label, value }) => [label, value]) : [],
        ),
      );
    };
    expect(fields(complete)).toMatchObject({
      'Preuve de dépôt': expect.stringMatching(/^pièce \d+$/),
      'Pli retourné, avisé et non réclamé': expect.stringMatching(/^pièce \d+$/),
    });
    expect(fields(complete)).not.toHaveProperty('Non joint');
    expect(fields(ledgerOf([proof('1', 'deposit')], 'delivered'))).toMatchObject({
      'Non joint': 'avis de réception signé',
    });
    expect(fields(ledgerOf([proof('1')], 'delivered'))).not.toHaveProperty('Non joint');
  });

  it('are told one by one where they are missing', () => {
    const cases = [
      [[], 'delivered', undefined, ['Preuve de dépôt', 'Avis de réception signé']],
      [[proof('1', 'deposit')], 'delivered', undefined, ['Avis de réception signé']],
      [[proof('1', 'receipt')], 'delivered', undefined, ['Preuve de dépôt']],
      [[proof('1', 'deposit-and-receipt')], 'delivered', undefined, []],
      [[proof('1', 'deposit')], 'refused', undefined, ['Pli retourné']],
      [[proof('1', 'deposit')], undefined, undefined, ['Avis de réception signé ou pli retourné']],
      [[proof('1', 'deposit'), proof('2', 'returned')], undefined, undefined, []],
      [[proof('1', 'deposit')], 'unclaimed', 'electronic-registered', ['Preuve du prestataire']],
      [[], 'delivered', 'hand-delivered', ['Décharge signée']],
      [[], 'refused', 'hand-delivered', ['Preuve du refus']],
      [[], undefined, 'bailiff', ['Acte du commissaire de justice']],
      [[], undefined, 'plain', []],
    ] as const;
    for (const [proofs, kind, mode, expected] of cases) {
      const ledger = ledgerOf(proofs, kind, mode);
      const texts = expected.map((title) => `${title} ${ofNotice}`);
      expect(fileOf(ledger).section.missing, `${kind} ${mode}`).toEqual(texts);
      expect(warned(ledger), `${kind} ${mode}`).toEqual(texts);
    }
  });

  it('without a role are asked about, and nothing is called absent before the other side', () => {
    const ledger = ledgerOf([proof('1')], 'delivered');
    const asked = `Rôle des preuves ${ofNotice}, à donner dans «\u00A0Courriers\u00A0»\u00A0: preuve de dépôt, avis de réception signé`;
    const { section, note } = fileOf(ledger);
    expect(section.missing).toEqual([]);
    expect(section.entries.at(-1)).toMatchObject({
      title: expect.stringMatching(/, preuve \(scan 1\.jpg\)$/),
      content: { fileName: 'scan 1.jpg' },
    });
    expect(warned(ledger)).toEqual([asked]);
    expect(JSON.stringify(note)).toContain(asked);
  });
});

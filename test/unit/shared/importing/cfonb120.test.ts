import { describe, expect, it } from 'vitest';
import { readCfonb120 } from '../../../../shared/importing/cfonb120.ts';
import { cfonbAmount } from '../../../../shared/importing/cfonb120-amount.ts';
import examples from '../../../fixtures/worked-examples.json' with { type: 'json' };
import { cfonbAmountField } from '../../../support/bank/cfonb120-writer.ts';

const centsOf = (amount: string): number => Math.round(Number(amount) * 100);

/** A record: texts at their positions (from 1), blank elsewhere. */
const record = (...zones: readonly (readonly [number, string])[]): string => {
  const characters = Array.from({ length: 120 }, () => ' ');
  for (const [position, text] of zones)
    for (let index = 0; index < text.length; index += 1)
      characters[position - 1 + index] = text.charAt(index);
  return characters.join('');
};

const head = (code: string): readonly (readonly [number, string])[] => [
  [1, code],
  [3, '30006'],
  [12, '00018'],
  [17, 'EUR2'],
  [22, '12345678901'],
];
const opening = (amountCents: number) =>
  record(...head('01'), [35, '191126'], [91, cfonbAmountField(amountCents)]);
const closing = (amountCents: number) =>
  record(...head('07'), [35, '201126'], [91, cfonbAmountField(amountCents)]);
const movement = (amountCents: number, ...more: readonly (readonly [number, string])[]) =>
  record(
    ...head('04'),
    [33, '05'],
    [35, '201126'],
    [43, '201126'],
    [49, 'VIR SEPA RECU'],
    [91, cfonbAmountField(amountCents)],
    ...more,
  );
const detail = (qualifier: string, text: string) =>
  record(...head('05'), [33, '05'], [35, '201126'], [46, qualifier], [49, text]);

const read = (...records: readonly string[]) => readCfonb120(`${records.join('\r\n')}\r\n`);
const onlyLine = (...records: readonly string[]) => {
  const { statements, problems } = read(opening(0), ...records, closing(151_240));
  expect(problems).toEqual([]);
  return statements[0]?.lines[0];
};

describe('amounts of CFONB 120', () => {
  it('are those of the worked examples (law-and-formats 9.4)', () => {
    for (const [field, amount] of Object.entries(examples.CF_dec))
      expect(cfonbAmount(field, 2), field).toEqual({ ok: true, value: centsOf(amount) });
    for (const [amount, field] of Object.entries(examples.CF_enc)) {
      expect(cfonbAmountField(centsOf(amount))).toBe(field);
      expect(cfonbAmount(field, 2)).toEqual({ ok: true, value: centsOf(amount) });
    }
  });

  it('count the decimals that the record says, and never round', () => {
    expect(cfonbAmount('0000000001234E', 0)).toEqual({ ok: true, value: 1_234_500 });
    expect(cfonbAmount('0000000001234{', 3)).toEqual({ ok: true, value: 1_234 });
    expect(cfonbAmount('0000000001234E', 3)).toEqual({ ok: false, error: { kind: 'too-precise-amount' } });
  });

  it('know « é » and « è », which stand for the braces where EBCDIC was taken for ASCII', () => {
    expect(cfonbAmount('0000000012345é', 2)).toEqual({ ok: true, value: 123_450 });
    expect(cfonbAmount('0000000012345è', 2)).toEqual({ ok: true, value: -123_450 });
  });

  it('refuse what is no amount', () => {
    for (const field of [
      '00000000123450',
      '000000001234 {',
      '00000000123.4{',
      'ABCDEFGHIJKLM{',
      '{'.repeat(14),
    ])
      expect(cfonbAmount(field, 2), field).toEqual({ ok: false, error: { kind: 'not-an-amount' } });
    expect(cfonbAmount(' '.repeat(14), 2)).toEqual({ ok: false, error: { kind: 'no-amount' } });
  });
});

describe('statements of CFONB 120', () => {
  it('hold the record of the worked examples', () => {
    const { statements, problems } = read(opening(100), examples.CF_line, closing(151_340));
    expect(problems).toEqual([]);
    expect(statements).toMatchObject([
      {
        format: 'cfonb120',
        account: '300060001812345678901',
        currency: 'EUR',
        openingCents: 100,
        closingCents: 151_340,
        openingOn: '2026-11-19',
        closingOn: '2026-11-20',
        lines: [
          {
            bookedOn: '2026-11-20',
            valueOn: '2026-11-20',
            amountCents: 151_240,
            label: 'VIR SEPA RECU CLIENT MARTIN',
            reference: 'FA2026000123',
            bankCode: '05',
            fileLine: 2,
          },
        ],
      },
    ]);
  });

  it('gather the details: name, references, remittance text, original amount, unknown qualifiers', () => {
    const remittance = `REGLEMENT FACTURES FA-2026-0001 FA-2026-0002 FA-2026-0003 FA-2026-0004 FA-20`;
    expect(
      onlyLine(
        movement(151_240, [105, 'NOTPROVIDED']),
        detail('NPY', 'MENUISERIE  MARTIN SARL'),
        detail('LCC', remittance.slice(0, 70)),
        detail('LC2', `${remittance.slice(70)}26-0005`),
        detail('RCN', `${'FA-2026-0001'.padEnd(35)}LOYER`),
        detail('REF', 'TRX0001'),
        detail('MMO', 'USD20000000163000{'),
        detail('XYZ', 'AUTRE'),
        detail('   ', ''),
      ),
    ).toMatchObject({
      label: [
        'VIR SEPA RECU',
        'REGLEMENT FACTURES FA-2026-0001 FA-2026-0002 FA-2026-0003 FA-2026-0004 FA-2026-0005',
        'LOYER',
        'USD 16\u202F300,00',
        'AUTRE',
      ].join('\n'),
      counterparty: 'MENUISERIE MARTIN SARL',
      reference: 'FA-2026-0001',
      bankId: 'TRX0001',
    });
  });

  it('name the creditor of money paid out', () => {
    const { statements } = read(
      opening(0),
      movement(-500),
      detail('NPY', 'MOI-MEME'),
      detail('NBE', 'FOURNISSEUR'),
      closing(-500),
    );
    expect(statements[0]?.lines[0]?.counterparty).toBe('FOURNISSEUR');
  });

  it('keep the reject code', () => {
    expect(onlyLine(movement(151_240, [41, '40']))?.returnReason).toBe('40');
    expect(onlyLine(movement(151_240, [41, '00']))?.returnReason).toBeUndefined();
  });

  it('are in euros with two decimals where currency and decimals are blank, as at LCL', () => {
    const blank = (text: string) => `${text.slice(0, 16)}    ${text.slice(20)}`;
    const { statements, problems } = read(blank(opening(0)), movement(990), blank(closing(990)));
    expect(problems).toEqual([]);
    expect(statements).toMatchObject([{ currency: 'EUR', closingCents: 990 }]);
  });

  it('leave out a movement of another account or currency, and say so', () => {
    const other = movement(990).replace('12345678901', '12345678902');
    const dollars = movement(990).replace('EUR2', 'USD2');
    const { statements, problems } = read(opening(0), other, detail('LIB', 'X'), dollars, closing(0));
    expect(statements[0]?.lines).toEqual([]);
    expect(problems).toMatchObject([
      { kind: 'broken-sequence', severity: 'error', line: 2 },
      { kind: 'broken-sequence', severity: 'error', line: 4 },
    ]);
    expect(problems[1]?.message).toBe(
      'Un mouvement porte la devise «\u00a0USD\u00a0» alors que le relevé est en EUR. Il n’est pas importé.',
    );
  });

  it('leave out a movement on a day that does not exist, but keep one whose value date does not', () => {
    const { statements, problems } = read(
      opening(0),
      movement(100, [35, '310226']),
      movement(200, [43, '300226']),
      movement(300, [43, '000000']),
      closing(600),
    );
    expect(statements[0]?.lines.map(({ amountCents, valueOn }) => [amountCents, valueOn])).toEqual([
      [200, undefined],
      [300, undefined],
    ]);
    expect(problems.map(({ kind, severity, line }) => [kind, severity, line])).toEqual([
      ['impossible-date', 'error', 2],
      ['impossible-date', 'warning', 3],
      ['does-not-add-up', 'error', undefined],
    ]);
    expect(problems[0]?.message).toBe(
      'La date «\u00a0310226\u00a0» n’existe pas. Ce mouvement n’est pas importé\u00a0: vérifiez-le sur votre relevé.',
    );
  });

  it('give both figures where they do not add up', () => {
    const { problems } = read(opening(100_000), movement(123_456), closing(0));
    expect(problems).toEqual([
      {
        severity: 'error',
        kind: 'does-not-add-up',
        statement: 0,
        message:
          'Le relevé ne tombe pas juste\u00a0: le solde initial et les mouvements donnent 2\u202F234,56\u00a0€, la banque annonce 0,00\u00a0€ (écart de −2\u202F234,56\u00a0€). Des mouvements manquent sans doute\u202F; téléchargez le relevé une nouvelle fois.',
      },
    ]);
  });

  it('say that they were cut off: without 07, and in the middle of a record', () => {
    const whole = [opening(0), movement(990), closing(990)].join('\n');
    for (const cut of [whole.slice(0, 242), whole.slice(0, 300), whole.slice(0, 200)]) {
      const { problems } = readCfonb120(cut);
      expect(problems.some(({ kind, severity }) => kind === 'cut-off' && severity === 'error')).toBe(true);
    }
    // The blanks behind the amount are often cut off.
    expect(readCfonb120(whole.slice(0, 346)).problems).toEqual([]);
  });

  it('are told apart within one file, whatever stands between them', () => {
    const { statements, problems } = readCfonb120(
      `\r\n${opening(0)}\n\n${movement(990)}\r${closing(990)}\n   \n${opening(990)}${closing(990)}\u001a`,
    );
    expect(problems).toEqual([]);
    expect(statements.map(({ lines, openingCents }) => [lines.length, openingCents])).toEqual([
      [1, 0],
      [0, 990],
    ]);
  });

  it('name a record of an unknown type', () => {
    const { statements, problems } = read(opening(0), record([1, '09'], [3, 'X']), closing(0));
    expect(statements).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: 'unreadable-line', severity: 'error', line: 2, statement: 0 }]);
  });
});

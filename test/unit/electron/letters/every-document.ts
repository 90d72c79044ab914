import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCaseFile } from '../../../../electron/cases/write-case-file.ts';
import { createLetterRenderer } from '../../../../electron/letters/letter-renderer.ts';
import { createPaperDesk } from '../../../../electron/letters/paper-desk.ts';
import { createStatementRenderer } from '../../../../electron/letters/statement-renderer.ts';
import { typeset } from '../../../../electron/letters/typeset.ts';
import { depositListOf } from '../../../../renderer/features/letters/deposit-list-of.ts';
import { procedureNames } from '../../../../shared/cases/case-names.ts';
import { procedureData } from '../../../../shared/cases/procedure-data.ts';
import { claimStatement } from '../../../../shared/claims/claim-statement.ts';
import { addDays, day } from '../../../../shared/dates/day.ts';
import type { IpcOutcome } from '../../../../shared/ipc/channel.ts';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import type { Client, DebtorRegime } from '../../../../shared/ledger/client.ts';
import type { ClientLetter, ClientLetterKind } from '../../../../shared/ledger/client-letter.ts';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { ProcedureKind } from '../../../../shared/ledger/legal-case.ts';
import { serviceBlockMemo } from '../../../../shared/ledger/service-block-memo.ts';
import { internalPaper } from '../../../../shared/letters/internal-paper.ts';
import { clientLetterReadiness } from '../../../../shared/letters/kinds/client-letter-readiness.ts';
import { hasEnglish } from '../../../../shared/letters/kinds/letter-kind-names.ts';
import { proposeLetter } from '../../../../shared/letters/kinds/propose-letter.ts';
import { defaultLetterLayout, type LetterLayout } from '../../../../shared/letters/letter-document.ts';
import { draftReadiness } from '../../../../shared/letters/letter-readiness.ts';
import { mediationSummary } from '../../../../shared/letters/mediation-summary.ts';
import { clientLetterNames } from '../../../../shared/letters/paper-letter.ts';
import { defaultPrintSetup } from '../../../../shared/letters/print-setup.ts';
import { statementModel } from '../../../../shared/letters/statement-model.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { forfeitureLetter } from '../../../../shared/reminders/forfeiture-text.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { noonOf, postedOn, reminderIn, withReminder } from '../../shared/reminders/sample-ledger.ts';
import {
  type PaperNames,
  paperDay,
  paperLedger,
  paperScenario,
  usualNames,
  withConflict,
  withPlan,
} from './paper-ledger.ts';
import { pngFile } from './png-file.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

/** A document that Acquit puts on paper, made as the application makes it. */
export interface PaperDocument {
  readonly name: string;
  /** What of the product it shows, as `productPaper` names it. */
  readonly shows: readonly string[];
  readonly language: 'fr-FR' | 'en-GB';
  readonly ledger: Ledger;
  /** What a letter was set from; undefined for the other papers. */
  readonly model?: LetterModel;
  readonly render: (layout?: Partial<LetterLayout>) => Promise<Uint8Array>;
}

const unwrapped = <Value, Failure>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure },
): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A document store and a cache in memory, with a logo and a signature in it. */
export const memoryStore = () => {
  const kept = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): string => {
    const hash = hashOf(bytes);
    kept.set(hash, bytes);
    return hash;
  };
  const put = async (bytes: Uint8Array) => ({ ok: true as const, value: keep(bytes) });
  return {
    pieceHash: keep(Buffer.from('%PDF-1.4 devis')),
    images: { logoHash: keep(pngFile(220, 72)), signatureHash: keep(pngFile(180, 60)) },
    documents: {
      put,
      read: async (hash: string) => {
        const bytes = kept.get(hash);
        return bytes
          ? { ok: true as const, value: bytes }
          : { ok: false as const, error: { kind: 'missing' as const, hash } };
      },
    },
    previews: { put, get: (hash: string) => kept.get(hash) },
    bytesOf: (hash: string): Uint8Array => {
      const bytes = kept.get(hash);
      if (bytes === undefined) throw new Error('not kept');
      return bytes;
    },
  };
};

export type MemoryStore = ReturnType<typeof memoryStore>;

const made = (store: MemoryStore, answer: IpcOutcome<{ readonly hash: string }>): Uint8Array =>
  store.bytesOf(unwrapped(answer).hash);

/** A letter through the channel that prints letters. */
export const renderModel = async (
  store: MemoryStore,
  model: LetterModel,
  layout: Partial<LetterLayout> = {},
): Promise<Uint8Array> => {
  const render = createLetterRenderer({
    fontsFolder,
    documents: () => store.documents,
    layout: () => ({ ...defaultLetterLayout, ...layout }),
  });
  const [letter] = unwrapped(await render([model])).letters;
  return store.bytesOf(letter?.hash ?? '');
};

/** Days of the ladder, and the reminder that the planner proposes on each of them, posted before the next. */
const ladder = (
  start: Ledger,
): readonly { readonly ledger: Ledger; readonly reminder: Reminder; readonly on: string }[] => {
  let ledger = start;
  const steps: { ledger: Ledger; reminder: Reminder; on: string }[] = [];
  const late = { ...ledger, invoices: new Map([...ledger.invoices].filter(([id]) => id !== '003')) };
  ledger = late;
  for (const { delayDays } of paperScenario.steps) {
    let on = addDays(day('2026-08-31'), delayDays);
    let proposal = planReminders(ledger, on).proposals[0];
    for (let waited = 0; proposal === undefined && waited < 14; waited += 1) {
      on = addDays(on, 1);
      [proposal] = planReminders(ledger, on).proposals;
    }
    if (proposal === undefined) throw new Error(`nothing is due on ${on}`);
    const message = unwrapped(composeMessage(ledger, proposal, on));
    const reminder = reminderIn(proposal, { kind: 'to-print', approvedAt: noonOf(on) }, message);
    steps.push({ ledger, reminder, on });
    ledger = withReminder(ledger, reminderIn(proposal, postedOn(on), message));
  }
  return steps;
};

const readyModel = (readiness: ReturnType<typeof draftReadiness>, what: string): LetterModel => {
  if (readiness.kind !== 'ready')
    throw new Error(`${what}: ${readiness.problems.map(({ message }) => message).join(' ')}`);
  return readiness.model;
};

const letterDocumentOf = (
  store: MemoryStore,
  paper: Omit<PaperDocument, 'render' | 'language'> & { readonly model: LetterModel },
): PaperDocument => ({
  ...paper,
  shows: ['document:letterDocument', ...paper.shows],
  language: paper.model.language === 'en' ? 'en-GB' : 'fr-FR',
  render: (layout) => renderModel(store, paper.model, layout),
});

const regimes: readonly DebtorRegime[] = ['b2b', 'public', 'b2c', 'non-professional'];

/** Every step of the ladder for a regime, and the reminders in English. */
const ladderLetters = (
  store: MemoryStore,
  ledger: Ledger,
  regime: DebtorRegime,
  language: 'en' | undefined,
): PaperDocument[] =>
  ladder(ledger).map(({ ledger: then, reminder, on }): PaperDocument => {
    const isFormal = reminder.level === 'formal-notice' || reminder.level === 'last-notice';
    const variant = isFormal && (regime === 'b2c' || regime === 'public') ? `-${regime}` : '';
    const english = reminder.language === 'en' ? '-en' : '';
    return letterDocumentOf(store, {
      name: `${reminder.level} ${regime} ${language ?? 'fr'}`,
      shows: [
        `level:${reminder.level}`,
        `regime:${regime}`,
        `template:template-${reminder.level}${variant}${english}`,
      ],
      ledger: then,
      model: readyModel(draftReadiness(then, reminder, day(on)), reminder.level),
    });
  });

const clientLetter = (
  store: MemoryStore,
  ledger: Ledger,
  kind: ClientLetterKind,
  language: 'en' | undefined,
  over: Partial<ClientLetter> = {},
  name: string = kind,
): PaperDocument => {
  const wish = {
    clientId: 'c1',
    kind,
    invoiceIds: kind === 'discount-offer' ? ['003'] : kind === 'free' ? ['001', '002'] : [],
    planId: 'pl',
    paymentId: 'p1',
    handoverId: 'h',
    ...(language === undefined ? {} : { language }),
  };
  const asked = { ...wish, interest: 'kept', forfeitureDays: 8 } as const;
  const proposal = unwrapped(proposeLetter(ledger, asked, paperDay));
  const letter: ClientLetter = {
    id: `letter-${name}`,
    ...wish,
    ...proposal,
    ...(kind === 'free' ? { subject: language === 'en' ? 'Your order' : 'Votre commande' } : {}),
    ...(kind === 'payment-plan' ? { handwritten: true } : {}),
    ...(kind === 'forfeiture-notice' ? { totalCents: cents(61_543) } : {}),
    writtenOn: paperDay,
    state: { kind: 'to-print', writtenAt: noonOf(paperDay) },
    documents: [],
    ...over,
  };
  return letterDocumentOf(store, {
    name: `${name} ${language ?? 'fr'}`,
    shows: [`letter:${kind}`],
    ledger,
    model: readyModel(clientLetterReadiness(ledger, letter, paperDay), name),
  });
};

const clientOf = (ledger: Ledger): Client => {
  const client = ledger.clients.get('c1');
  if (client === undefined) throw new Error('no client');
  return client;
};

/** Every paper of the « dossier contentieux », by the title of its PDF: bordereau, décompte, pieces, note. */
const caseFilePapers = async (
  ledger: Ledger,
  store: MemoryStore,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-paper-'));
  const papers = new Map<string, Uint8Array>();
  try {
    const written = await writeCaseFile({
      ledger,
      caseId: 'k',
      today: paperDay,
      documents: store.documents,
      typeset: async (document) => {
        const bytes = await typeset(document, fontsFolder);
        papers.set(document.info.title, bytes);
        return bytes;
      },
      path: join(folder, 'dossier.zip'),
      nowMs: Date.UTC(2026, 10, 23, 12),
    });
    unwrapped(written);
    return papers;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const builderOf = (title: string): string =>
  title.startsWith('Bordereau')
    ? 'bordereauDocument'
    : title.startsWith('Décompte')
      ? 'statementDocument'
      : 'casePaperDocument';

const inFrench = (paper: Omit<PaperDocument, 'language'>): PaperDocument => ({ ...paper, language: 'fr-FR' });

/**
 * Every document that Acquit can put on paper, from ledgers that hold these names, through the renderers of the main
 * process. With `images`, the company has a logo, a signature and a colour.
 */
export const everyDocument = async (
  options: {
    readonly names?: Partial<PaperNames>;
    readonly images?: boolean;
    readonly furtherInvoices?: number;
    /** Without the letters, which are refused where a name holds what cannot be printed. */
    readonly withoutLetters?: boolean;
  } = {},
): Promise<readonly PaperDocument[]> => {
  const store = memoryStore();
  const names = { ...usualNames, ...options.names };
  const ledgerOf = (regime: DebtorRegime, language?: 'en'): Ledger =>
    paperLedger({
      names,
      regime,
      language,
      furtherInvoices: options.furtherInvoices,
      ...(options.images ? { images: store.images } : {}),
    });
  const b2b = ledgerOf('b2b');
  const planned = withPlan(b2b);
  const [planRow] = [...planned.plans.values()];
  if (planRow === undefined) throw new Error('no plan');
  const conflict = withConflict(b2b, names, store.pieceHash);
  const company = settingsOf(conflict, 'company');
  const block = clientOf(conflict).blockedServices;
  if (block === undefined) throw new Error('nothing is blocked');
  const memo = serviceBlockMemo(clientOf(conflict), block, company);
  const desk = createPaperDesk({
    fontsFolder,
    documents: () => store.documents,
    previews: store.previews,
    today: () => paperDay,
  });
  const forfeiture = forfeitureLetter(planned, planRow, 'letterhead');
  const ledgers: Partial<Record<ClientLetterKind, Ledger>> = {
    mandate: conflict,
    'payment-plan': planned,
    'forfeiture-notice': planned,
  };
  const setLetters = (): readonly PaperDocument[] => [
    ...regimes.flatMap((regime) => ladderLetters(store, ledgerOf(regime), regime, undefined)),
    ...ladderLetters(store, ledgerOf('b2b', 'en'), 'b2b', 'en'),
    ...(Object.keys(clientLetterNames) as ClientLetterKind[]).flatMap((kind) => {
      const ledger = ledgers[kind] ?? b2b;
      return [
        clientLetter(store, ledger, kind, undefined),
        ...(hasEnglish(kind) ? [clientLetter(store, ledger, kind, 'en')] : []),
      ];
    }),
    clientLetter(store, planned, 'free', undefined, { registered: true, ...forfeiture }, 'forfeiture'),
    letterDocumentOf(store, {
      name: 'mediation summary',
      shows: ['paper:mediation-summary.ts'],
      ledger: conflict,
      model: unwrapped(mediationSummary(conflict, 'c1', ['001', '002'], paperDay)),
    }),
    letterDocumentOf(store, {
      name: 'mediation summary b2c',
      shows: ['paper:mediation-summary.ts'],
      ledger: withConflict(ledgerOf('b2c'), names, store.pieceHash),
      model: unwrapped(
        mediationSummary(
          withConflict(ledgerOf('b2c'), names, store.pieceHash),
          'c1',
          ['001', '002'],
          paperDay,
        ),
      ),
    }),
    letterDocumentOf(store, {
      name: 'memo of blocked services',
      shows: ['paper:memo-dialog.tsx'],
      ledger: conflict,
      model: internalPaper(company, {
        id: 'memo-c1',
        writtenOn: paperDay,
        recipient: ['Mémo interne'],
        subject: memo.title,
        before: memo.paragraphs,
        after: [],
      }),
    }),
  ];
  const letters = options.withoutLetters ? [] : setLetters();
  const caseFile = await caseFilePapers(conflict, store);
  const depositList = inFrench({
    name: 'deposit list',
    shows: ['document:depositListDocument'],
    ledger: b2b,
    render: async () => {
      const list = depositListOf(
        letters.flatMap(({ model }) => (model && !model.withoutEnvelope ? [model] : [])),
        paperDay,
      );
      if (list === undefined) throw new Error('no letters');
      return made(store, await desk.depositList(list));
    },
  });
  const others: PaperDocument[] = [
    ...regimes.map((regime) => {
      const ledger = ledgerOf(regime);
      return inFrench({
        name: `décompte ${regime}`,
        shows: ['document:statementDocument', `regime:${regime}`],
        ledger,
        render: async () => {
          const statement = unwrapped(claimStatement(ledger, { clientId: 'c1', asOf: paperDay }));
          const printed = statementModel(statement, settingsOf(ledger, 'company'), paperDay);
          const render = createStatementRenderer({ fontsFolder, put: store.previews.put });
          return made(store, await render(printed));
        },
      });
    }),
    ...[...caseFile].map(([title, bytes]) =>
      inFrench({
        name: `case file: ${title.split(' – ')[0]}`,
        shows: [`document:${builderOf(title)}`],
        ledger: conflict,
        render: async () => bytes,
      }),
    ),
    ...(Object.keys(procedureNames) as ProcedureKind[]).flatMap((procedure) => {
      const legalCase = conflict.legalCases.get('k');
      const data = legalCase && procedureData(conflict, { ...legalCase, procedure }, paperDay);
      if (data === undefined) return [];
      return [
        inFrench({
          name: `procedure sheet ${procedure}`,
          shows: ['document:procedureSheetDocument', `procedure:${procedure}`],
          ledger: conflict,
          render: async () => {
            const { title, sections } = data;
            const sheet = {
              writtenOn: paperDay,
              title,
              creditor: company.name,
              debtor: clientOf(conflict).name,
              sections: sections.map((section) => ({ ...section, fields: [...section.fields] })),
            };
            return made(store, await desk.procedureSheet(sheet));
          },
        }),
      ];
    }),
    ...(options.withoutLetters ? [] : [depositList]),
    inFrench({
      name: 'calibration page',
      shows: ['document:calibrationPage'],
      ledger: b2b,
      render: async (layout) =>
        made(
          store,
          await desk.calibrationPage({
            ...defaultPrintSetup,
            envelope: layout?.addressModel === 'C5' ? 'C5' : 'DL',
          }),
        ),
    }),
  ];
  return [...letters, ...others];
};

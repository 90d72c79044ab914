import { addDays, type Day, daysBetween, isoWeekday, laterDay } from '../dates/day.ts';
import { nextWorkingDay, previousWorkingDay } from '../dates/working-days.ts';
import type { Invoice } from '../ledger/invoice.ts';
import { cents } from '../money/cents.ts';
import { type DemoClient, demoClientList, type Pace } from './client-list.ts';
import { type DemoCase, demoCases } from './demo-cases.ts';
import { demoClientId, demoTermDays } from './demo-clients.ts';
import { momentOf } from './demo-rows.ts';
import { pick, type Random, wholeBetween } from './seeded-random.ts';

/** An invoice with what will become of it. */
export interface DemoInvoice {
  readonly row: Invoice;
  readonly client: DemoClient;
  /** Day of the payment that settles it; undefined while it is open. */
  readonly settledOn: Day | undefined;
  /** Set for the invoices of demo-cases.ts. */
  readonly case: DemoCase | undefined;
}

export const demoInvoiceCount = 400;
/** Eighteen months. */
export const demoHistoryDays = 548;

const habits: Readonly<Record<Pace, readonly [low: number, high: number]>> = {
  prompt: [-8, 0],
  steady: [-3, 9],
  slow: [12, 26],
  late: [40, 62],
  worst: [66, 88],
};

interface Draft {
  readonly client: DemoClient;
  readonly issuedOn: Day;
  readonly dueOn: Day | undefined;
  readonly euros: number;
  readonly settledOn: Day | undefined;
  readonly case: DemoCase | undefined;
}

/** Files are imported on Mondays; the last one before today. */
export const lastImportDay = (today: Day): Day => addDays(today, -(isoWeekday(addDays(today, -1)) as number));

/** The Monday on which an invoice issued on a day is imported. */
export const importDayOf = (issuedOn: Day): Day => addDays(issuedOn, 8 - isoWeekday(issuedOn));

const caseDraft = (story: DemoCase, today: Day): Draft => {
  const client = demoClientList.find((candidate) => candidate.key === story.client);
  if (!client) throw new Error(`no such client in the demonstration: ${story.client}`);
  const dueOn = story.daysLate === undefined ? undefined : addDays(today, -story.daysLate);
  const issuedOn = addDays(dueOn ?? addDays(today, 12), -demoTermDays(client));
  return { client, issuedOn, dueOn, euros: story.euros, settledOn: undefined, case: story };
};

/** When an ordinary invoice is paid; undefined = still open; `too-recent` = by its habit it would be overdue. */
const settlement = (
  client: DemoClient,
  issuedOn: Day,
  dueOn: Day,
  today: Day,
  random: Random,
): Day | undefined | 'too-recent' => {
  const [low, high] = habits[client.pace];
  const paidOn = laterDay(
    nextWorkingDay(addDays(dueOn, wholeBetween(random, low, high)), 'metropole'),
    nextWorkingDay(addDays(issuedOn, 1), 'metropole'),
  );
  if (paidOn < today) return paidOn;
  return daysBetween(dueOn, today) > 5 ? 'too-recent' : undefined;
};

const ordinaryDraft = (client: DemoClient, today: Day, random: Random): Draft => {
  const newest = addDays(lastImportDay(today), -3);
  const termDays = demoTermDays(client);
  for (;;) {
    const drawn = addDays(newest, -wholeBetween(random, 0, demoHistoryDays - 14));
    const issuedOn = previousWorkingDay(drawn, 'metropole');
    const dueOn = addDays(issuedOn, termDays);
    const settledOn = settlement(client, issuedOn, dueOn, today, random);
    const [low, high] = client.regime === 'b2c' ? [35, 420] : [80, 1150];
    const euros = wholeBetween(random, low, high) * 6 + wholeBetween(random, 0, 99) / 100;
    if (settledOn !== 'too-recent') return { client, issuedOn, dueOn, euros, settledOn, case: undefined };
  }
};

const byIssue = (a: Draft, b: Draft): number =>
  a.issuedOn === b.issuedOn ? 0 : a.issuedOn < b.issuedOn ? -1 : 1;

/** The invoices of 18 months, numbered in the order of issue without a gap. */
export const demoInvoices = (today: Day, random: Random): readonly DemoInvoice[] => {
  const drafts = demoCases.map((story) => caseDraft(story, today));
  // Three each, so that every client has a history, then by weight.
  const queue = demoClientList.flatMap((client) => [client, client, client]);
  const weighted = demoClientList.flatMap((client) => Array.from({ length: client.weight }, () => client));
  while (drafts.length < demoInvoiceCount)
    drafts.push(ordinaryDraft(queue.shift() ?? pick(random, weighted), today, random));
  return drafts.sort(byIssue).map((draft, index) => ({
    row: {
      id: `invoice-${1001 + index}`,
      clientId: demoClientId(draft.client.key),
      number: `F-${1001 + index}`,
      kind: 'invoice',
      issuedOn: draft.issuedOn,
      dueOn: draft.dueOn,
      totalCents: cents(Math.round(draft.euros * 100)),
      currency: 'EUR',
      orderReference:
        draft.client.regime === 'public'
          ? `BC-${draft.issuedOn.slice(0, 4)}-${101 + (index % 90)}`
          : undefined,
      importId: `import-${importDayOf(draft.issuedOn)}`,
      createdAt: momentOf(importDayOf(draft.issuedOn), '07:40'),
    },
    client: draft.client,
    settledOn: draft.settledOn,
    case: draft.case,
  }));
};

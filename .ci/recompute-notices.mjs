/*
 * Counts every formal notice of an exported ledger again, in another way than the application: day by day, with
 * whole numbers only, from the rows of json/*.json alone and with rates typed here a second time. It imports
 * nothing of the application; test/unit/shared/letters/recomputed-notices.test.ts compares both to the cent.
 *
 *   node .ci/recompute-notices.mjs <unpacked export> [...]
 *
 * One JSON line a notice: principal, interest by segment, 40 € and total of each invoice, and the totals.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes of the ECB main refinancing rate, basis points, from the day on which each is in force. */
const ecbChanges = [
  ['2009-05-13', 100],
  ['2011-04-13', 125],
  ['2011-07-13', 150],
  ['2011-11-09', 125],
  ['2011-12-14', 100],
  ['2012-07-11', 75],
  ['2013-05-08', 50],
  ['2013-11-13', 25],
  ['2014-06-11', 15],
  ['2014-09-10', 5],
  ['2016-03-16', 0],
  ['2022-07-27', 50],
  ['2022-09-14', 125],
  ['2022-11-02', 200],
  ['2022-12-21', 250],
  ['2023-02-08', 300],
  ['2023-03-22', 350],
  ['2023-05-10', 375],
  ['2023-06-21', 400],
  ['2023-08-02', 425],
  ['2023-09-20', 450],
  ['2024-06-12', 425],
  ['2024-09-18', 365],
  ['2024-10-23', 340],
  ['2024-12-18', 315],
  ['2025-02-05', 290],
  ['2025-03-12', 265],
  ['2025-04-23', 240],
  ['2025-06-11', 215],
  ['2026-06-17', 240],
  ['2026-09-16', 265],
];
/** Legal rate where the creditor is a business, basis points, two semesters a year from 2020. */
const legalRates = [87, 84, 79, 76, 76, 77, 206, 422, 507, 492, 371, 276, 262, 275];

const dayNumber = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
const dayText = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const semesterStart = (text) => `${text.slice(0, 4)}-${text.slice(5, 7) <= '06' ? '01' : '07'}-01`;

const refinancingRate = (text) => {
  const start = semesterStart(text);
  return ecbChanges.filter(([from]) => from <= start).at(-1)[1];
};
const legalRate = (text) => {
  const index = (Number(text.slice(0, 4)) - 2020) * 2 + (text.slice(5, 7) <= '06' ? 0 : 1);
  const rate = legalRates[index];
  if (rate === undefined) throw new Error(`no legal rate for ${text}`);
  return rate;
};

const isMerchantLike = (client) => client.regime === 'b2b' || client.regime === 'public';

const rateOf = (client, text) => {
  const { rate, regime } = client;
  if (rate.kind === 'fixed') return rate.basisPoints;
  if (rate.kind === 'ecb-plus') return refinancingRate(text) + rate.points * 100;
  if (rate.kind === 'legal-multiple') return Math.round(legalRate(text) * rate.times);
  if (regime === 'b2b') return refinancingRate(text) + 1000;
  if (regime === 'public') return refinancingRate(text) + 800;
  return legalRate(text);
};

/** Half up, whole numbers only. */
const interestOf = (base, rate, days) => {
  const worth = BigInt(base) * BigInt(rate) * BigInt(days);
  return Number((worth + 1_825_000n) / 3_650_000n);
};

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const read = (folder) => {
  const table = (name) => {
    try {
      return JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT') return [];
      throw error;
    }
  };
  const names = ['clients', 'invoices', 'payments', 'allocations', 'disputes', 'reminders', 'settings'];
  return Object.fromEntries(names.map((name) => [name, table(name)]));
};

/** What is open of every invoice and free of every payment and credit note at the end of a day. */
const balancesOn = (ledger, asOf) => {
  const owed = new Map();
  const free = new Map();
  for (const { id, kind, totalCents, issuedOn, cancelledAt } of ledger.invoices)
    if (cancelledAt === undefined && issuedOn <= asOf) (kind === 'invoice' ? owed : free).set(id, totalCents);
  for (const { id, cents, receivedOn, reversedAt } of ledger.payments)
    if (reversedAt === undefined && receivedOn <= asOf) free.set(id, cents);
  for (const { source, invoiceId, cents, effectiveOn } of ledger.allocations) {
    const sourceId = source.kind === 'credit-note' ? source.creditNoteId : source.paymentId;
    if (effectiveOn > asOf || !free.has(sourceId) || !owed.has(invoiceId)) continue;
    if (source.kind !== 'concession') free.set(sourceId, free.get(sourceId) - cents);
    owed.set(invoiceId, owed.get(invoiceId) - cents);
  }
  return { owed, free };
};

const disputedOn = (ledger, invoiceId, open, asOf) =>
  Math.min(
    open,
    sum(
      ledger.disputes
        .filter(
          (one) =>
            one.invoiceId === invoiceId &&
            one.openedOn <= asOf &&
            (one.resolvedOn === undefined || one.resolvedOn > asOf),
        )
        .map((one) => one.disputedCents ?? open),
    ),
  );

/** Money and credit notes that nobody allocated, against the oldest due dates; money goes first. */
const sharesOn = (ledger, { owed, free }, client, asOf) => {
  const payments = byId(ledger.payments);
  const invoices = byId(ledger.invoices);
  const credits = [...free]
    .filter(([, left]) => left > 0)
    .map(([id, left]) => {
      const payment = payments.get(id);
      const owner = payment ?? invoices.get(id);
      return { isMoney: payment !== undefined, left, on: payment?.receivedOn ?? owner.issuedOn, owner };
    })
    .filter(({ owner }) => owner.clientId === client.id)
    .sort((a, b) => Number(b.isMoney) - Number(a.isMoney) || (a.on < b.on ? -1 : 1));
  const key = (invoice) => `${invoice.dueOn ?? invoice.issuedOn} ${invoice.id}`;
  const shares = new Map();
  const open = ledger.invoices
    .filter((one) => one.clientId === client.id && (owed.get(one.id) ?? 0) > 0)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const invoice of open) {
    const left = owed.get(invoice.id);
    let wanted = left - disputedOn(ledger, invoice.id, left, asOf);
    const own = [];
    for (const credit of credits) {
      const used = Math.min(credit.left, wanted);
      if (used <= 0) continue;
      credit.left -= used;
      wanted -= used;
      own.push({ isMoney: credit.isMoney, on: credit.on, cents: used });
    }
    shares.set(invoice.id, own);
  }
  return shares;
};

/** First presentation of a formal notice on the invoice. */
const noticePresentedOn = (ledger, invoiceId) =>
  ledger.reminders
    .filter(
      ({ level, state, lines }) =>
        level === 'formal-notice' &&
        state.kind === 'posted' &&
        lines.some((line) => line.invoiceId === invoiceId) &&
        !['unknown-address', 'no-access', 'lost'].includes(state.outcome?.kind),
    )
    .flatMap(({ state }) =>
      state.presentedOn !== undefined
        ? [state.presentedOn]
        : ['delivered', 'refused'].includes(state.outcome?.kind)
          ? [state.outcome.on]
          : [],
    )
    .sort()[0];

/** The same day of a later year; 29 February becomes the 28th. */
const anniversary = (first, years) => {
  const [year, month, dayOfMonth] = dayText(first).split('-');
  const same = `${Number(year) + years}-${month}-${dayOfMonth}`;
  return dayText(dayNumber(same)) === same ? dayNumber(same) : dayNumber(`${Number(year) + years}-02-28`);
};

/**
 * Walks from the first day to the last and cuts a segment where base or rate changes, or money came in. Where the
 * contract says so, interest owed for a whole year bears interest from the next day on (C. civ. 1343-2).
 */
const segmentsOf = (client, first, last, principalAtStart, events) => {
  const rates = (number) => rateOf(client, dayText(client.regime === 'public' ? first : number));
  let principal = principalAtStart;
  let unpaidInterest = 0;
  let bearing = 0;
  let years = 0;
  const segments = [];
  let running;
  const close = () => {
    if (running) {
      const cents = interestOf(running.base, running.rate, running.days);
      unpaidInterest += cents;
      segments.push({
        from: dayText(running.from),
        to: dayText(running.from + running.days - 1),
        days: running.days,
        baseCents: running.base,
        rateBasisPoints: running.rate,
        cents,
      });
    }
    running = undefined;
  };
  const settle = ({ cents, isMoney }) => {
    const toInterest = isMoney ? Math.min(cents, unpaidInterest) : 0;
    unpaidInterest -= toInterest;
    bearing = Math.max(0, bearing - toInterest);
    principal -= Math.min(cents - toInterest, principal);
  };
  const waiting = [...events];
  while (waiting.length > 0 && waiting[0].day < first) settle(waiting.shift());
  for (let number = first; number <= last; number += 1) {
    if (client.capitalisesInterest && number === anniversary(first, years + 1)) {
      close();
      years += 1;
      bearing = unpaidInterest;
    }
    const base = principal + bearing;
    if (base > 0) {
      const rate = rates(number);
      if (running && running.rate !== rate) close();
      running ??= { from: number, days: 0, base, rate };
      running.days += 1;
    }
    if (waiting[0]?.day === number) close();
    while (waiting[0]?.day === number) settle(waiting.shift());
  }
  close();
  return segments;
};

const decided = (charge, invoice, client, settings) =>
  (invoice.chargeDecisions?.[charge] ?? client.chargeDecisions?.[charge])?.claimed ??
  settings?.[charge === 'penalties' ? 'claimPenalties' : 'claimIndemnity'] ??
  true;

const recomputeInvoice = (ledger, client, invoice, asOf, { balances, shares, settings }) => {
  const open = balances.owed.get(invoice.id);
  const disputed = disputedOn(ledger, invoice.id, open, asOf);
  const own = shares.get(invoice.id) ?? [];
  const money = own.filter(({ isMoney }) => isMoney);
  const creditsCents = sum(own.filter(({ isMoney }) => !isMoney).map(({ cents }) => cents));
  const creditNotes = byId(ledger.invoices);
  const settled = ledger.allocations
    .filter((one) => one.invoiceId === invoice.id && one.effectiveOn <= asOf)
    .map(({ source, effectiveOn, cents }) => ({
      day: dayNumber(effectiveOn),
      cents,
      isMoney: source.kind === 'payment',
      fromStart:
        source.kind === 'credit-note' &&
        (creditNotes.get(source.creditNoteId).creditEffect ?? 'from-due-date') === 'from-due-date',
    }));
  const events = [
    ...settled.filter(({ fromStart }) => !fromStart),
    ...money.map(({ on, cents }) => ({ day: dayNumber(on), cents, isMoney: true })),
  ].sort((a, b) => a.day - b.day);
  const principalCents = open - disputed - sum(money.map(({ cents }) => cents));
  const due = dayNumber(invoice.dueOn);
  const last = dayNumber(asOf);
  const presentedOn = isMerchantLike(client) ? undefined : noticePresentedOn(ledger, invoice.id);
  const first = isMerchantLike(client)
    ? due + 1
    : presentedOn === undefined || presentedOn > asOf
      ? last + 1
      : Math.max(due, dayNumber(presentedOn)) + 1;
  const atStart = principalCents + sum(events.map(({ cents }) => cents));
  // The judgment stops the interest of what was born before it (C. com. L622-28), the day before.
  const judgmentOn = client.insolvency?.judgmentOn;
  const isPrior =
    judgmentOn !== undefined &&
    ((invoice.performedOn ?? invoice.issuedOn) <= judgmentOn || invoice.dueOn <= judgmentOn);
  const until = isPrior ? Math.min(last, dayNumber(judgmentOn) - 1) : last;
  const segments = decided('penalties', invoice, client, settings)
    ? segmentsOf(client, first, until, atStart, events)
    : [];
  const lateCents =
    principalCents + sum(events.filter(({ isMoney, day }) => isMoney && day > due).map(({ cents }) => cents));
  const hasIndemnity =
    isMerchantLike(client) &&
    last > due &&
    !(isPrior && invoice.dueOn >= judgmentOn) &&
    lateCents >= Math.max(1, settings?.indemnityMinimumCents ?? 100) &&
    decided('indemnity', invoice, client, settings);
  const interestCents = sum(segments.map(({ cents }) => cents));
  const indemnityCents = hasIndemnity ? 4000 : 0;
  return {
    number: invoice.number,
    principalCents,
    segments,
    interestCents,
    indemnityCents,
    totalCents: principalCents + interestCents + indemnityCents,
    creditsCents,
  };
};

const recompute = (ledger) => {
  const clients = byId(ledger.clients);
  const invoices = byId(ledger.invoices);
  const settings = ledger.settings.find(({ id }) => id === 'reminders');
  return ledger.reminders
    .filter(
      ({ level, channel }) =>
        (level === 'formal-notice' || level === 'last-notice') &&
        (channel === 'letter' || channel === 'registered-letter'),
    )
    .map(({ id, clientId, lines, state, plannedOn }) => {
      const asOf = state.kind === 'posted' ? state.depositedOn : plannedOn;
      const client = clients.get(clientId);
      const balances = balancesOn(ledger, asOf);
      const shares = sharesOn(ledger, balances, client, asOf);
      const found = lines.map(({ invoiceId }) =>
        recomputeInvoice(ledger, client, invoices.get(invoiceId), asOf, { balances, shares, settings }),
      );
      const total = (name) => sum(found.map((one) => one[name]));
      return {
        id,
        asOf,
        invoices: found,
        totals: {
          principalCents: total('principalCents'),
          interestCents: total('interestCents'),
          indemnityCents: total('indemnityCents'),
          creditsCents: total('creditsCents'),
          totalCents: total('totalCents') - total('creditsCents'),
        },
      };
    });
};

for (const folder of process.argv.slice(2))
  process.stdout.write(`${JSON.stringify({ folder, notices: recompute(read(folder)) })}\n`);

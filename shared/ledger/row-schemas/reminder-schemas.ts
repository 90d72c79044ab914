import { z } from 'zod';
import type { Reminder, ReminderLine, ReminderState } from '../../reminders/reminder.ts';
import type {
  DunningLevel,
  DunningStep,
  Escalation,
  ReminderChannel,
  Scenario,
  StepRepeat,
} from '../../reminders/scenario.ts';
import type { MessageTemplate } from '../../reminders/template.ts';
import { clientSegment, contactRole } from './client-schema.ts';
import { postedState } from './dispatch-schema.ts';
import { letterDocumentSchema } from './letter-document-schema.ts';
import { byKind, cents, day, id, instant, shapeOf, text, whole, wordOf, yesNo } from './row-shape.ts';

const level = wordOf<DunningLevel>({
  courtesy: true,
  friendly: true,
  firm: true,
  'formal-notice': true,
  'last-notice': true,
});

const channel = wordOf<ReminderChannel>({
  email: true,
  letter: true,
  'registered-letter': true,
  call: true,
  sms: true,
});

const reminderState = byKind<ReminderState>({
  approved: shapeOf({ kind: z.literal('approved'), approvedAt: instant, sendAfter: instant }),
  accepted: shapeOf({ kind: z.literal('accepted'), acceptedAt: instant, serverReply: text }),
  rejected: shapeOf({
    kind: z.literal('rejected'),
    rejectedAt: instant,
    explanation: text,
    permanent: yesNo,
  }),
  unknown: shapeOf({ kind: z.literal('unknown'), since: instant, explanation: text }),
  exported: shapeOf({ kind: z.literal('exported'), exportedAt: instant }),
  'to-print': shapeOf({ kind: z.literal('to-print'), approvedAt: instant }),
  printed: shapeOf({ kind: z.literal('printed'), printedAt: instant }),
  posted: postedState,
  called: shapeOf({ kind: z.literal('called'), calledAt: instant }),
  skipped: shapeOf({ kind: z.literal('skipped'), skippedAt: instant }),
  withdrawn: shapeOf({ kind: z.literal('withdrawn'), withdrawnAt: instant, reason: text }),
});

const reminderLine = shapeOf<ReminderLine>({
  invoiceId: id,
  stepId: id,
  remainingCents: cents,
  scenarioId: id.optional(),
});

export const reminderSchema = shapeOf<Reminder>({
  id,
  clientId: id,
  scenarioId: id,
  stepId: id,
  level,
  channel,
  lines: z.array(reminderLine),
  plannedOn: day,
  attempt: whole,
  subject: text,
  body: text,
  recipientEmail: text.optional(),
  recipientName: text.optional(),
  deadlineOn: day.optional(),
  language: z.literal('en').optional(),
  totalCents: cents,
  state: reminderState,
  isAutomatic: z.literal(true).optional(),
  companionOf: id.optional(),
  letterHash: text.optional(),
  documents: z.array(letterDocumentSchema),
});

const step = shapeOf<DunningStep>({
  id,
  delayDays: whole,
  anchor: z.enum(['due-date', 'previous-step']).optional(),
  alsoBy: z.array(channel).optional(),
  repeat: shapeOf<StepRepeat>({ everyDays: whole, times: whole }).optional(),
  level,
  channel,
  templateId: id,
  recipientRole: contactRole,
  grantedDays: whole,
});

export const scenarioSchema = shapeOf<Scenario>({
  id,
  name: text,
  mode: z.enum(['to-approve', 'automatic']),
  steps: z.array(step),
  segments: z.array(clientSegment).optional(),
  escalation: shapeOf<Escalation>({
    afterAutomatic: whole,
    to: z.enum(['call', 'letter', 'decision']),
  }).optional(),
});

export const templateSchema = shapeOf<MessageTemplate>({
  id,
  name: text,
  subject: text,
  body: text,
  updatedAt: instant,
});

import { expect, it } from 'vitest';
import {
  offersStartAtLogin,
  type StartAtLoginFacts,
} from '../../../../shared/reminders/start-at-login-offer.ts';

const asked: StartAtLoginFacts = {
  isDemo: false,
  hasInvoices: true,
  isAnswered: false,
  status: { supported: true, enabled: false },
};

it('the start with the PC is offered once there is something to remind of', () => {
  expect(offersStartAtLogin(asked)).toBe(true);
});

it.each<[string, Partial<StartAtLoginFacts>]>([
  ['in the demonstration', { isDemo: true }],
  ['without any invoice', { hasInvoices: false }],
  ['after an answer', { isAnswered: true }],
  ['where the build cannot', { status: { supported: false, enabled: false } }],
  ['where it does so already', { status: { supported: true, enabled: true } }],
])('it is not offered %s', (_name, facts) => {
  expect(offersStartAtLogin({ ...asked, ...facts })).toBe(false);
});

import { expect, test } from 'vitest';
import { emptySlots } from '../../../src/features/about/behind.ts';

const filled = { editor: 'One, editor', owner: 'A trust', funding: 'Gifts', complaints: 'To the trust', answer: 'ten working days', email: 'a@b.org' };

test.each([
  ['nothing is filled in', {}, ['editor', 'owner', 'funding', 'complaints', 'answer', 'email']],
  ['all is filled in', filled, []],
  ['an address for examples is as good as none', { ...filled, email: 'a@on-record.example' }, ['email']],
])('%s', (_, behind, empty) => expect(emptySlots(behind)).toEqual(empty));

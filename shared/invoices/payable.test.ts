import { expect, test } from 'vitest';
import { invoiceInput } from '#build/pdf/sample-papers.ts';
import { payable } from './payable.ts';

const named = (name: string) => {
  const input = invoiceInput();
  return { ...input, customer: { ...input.customer, name } };
};

test('a payer whose name no code can carry is left to be written by hand, and stays on the invoice as they are', () => {
  const paper = payable(named('Liam O’Connor'));
  expect(paper.payment).toMatchObject({ debtor: 'blank' });
  expect(paper.customer.name).toBe('Liam O’Connor');
});

test('everybody else is named, and what else is wrong is not covered up', () => {
  expect(payable(named('Łukasz Nováček')).payment).toMatchObject({ debtor: 'customer' });
  const wrong = { ...named('Liam O’Connor'), dueOn: '2020-01-01' };
  expect(payable(wrong)).toEqual(wrong);
});

import { definePermissions } from '#kernel/actor';

/** Who may do what with money; the unit in which the role must be held is that of the books concerned. */
export const paymentPermissions = definePermissions({
  /** The payment page: whoever has its code, also somebody who pays for another. */
  'payments.pay': { public: true },
  /** Messages of gateways prove themselves; nobody signs in. */
  'payments.notify': { public: true },
  'payments.own': { citizen: true, guest: true },
  'payments.take': { roles: ['fee-desk', 'one-stop-officer'] },
  /** Shifts of the counters and their receipts, to read. */
  'payments.look-at-tills': {
    roles: ['fee-desk', 'one-stop-officer', 'accountant', 'centre-manager', 'unit-leader', 'inspector'],
  },
  'payments.keep-accounts': { roles: ['accountant', 'unit-administrator'] },
  /** Day book, collections, remittance, refunds: to read. */
  'payments.read-books': { roles: ['accountant', 'centre-manager', 'unit-leader', 'inspector'] },
  'payments.keep-books': { roles: ['accountant'] },
  /** Leaders hold the account and agree to what leaves it; who pays out is always somebody else. */
  'payments.decide-refund': { roles: ['accountant', 'unit-leader'] },
  /** Files of gateways and banks, differences and what has no end: to read, and to work off. */
  'payments.look-at-matching': { roles: ['accountant', 'inspector'] },
  'payments.match': { roles: ['accountant'] },
  'payments.exempt': { roles: ['fee-desk', 'one-stop-officer', 'head-of-office'] },
});
export type PaymentPermission = keyof typeof paymentPermissions;

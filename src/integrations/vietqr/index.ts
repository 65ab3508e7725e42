/** Transfers between bank accounts: VietQR codes, and bank statements in which the money arrives. */
import type { BankTransfers } from '#ports/payments';
import { payloadFor } from './payload.ts';
import { readStatement } from './statement.ts';

export const vietQr: BankTransfers = { payloadFor, readStatement };

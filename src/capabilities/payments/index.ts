export {
  balancesOfUnit,
  bookPage,
  type CollectedRow,
  type CollectionRow,
  collectedEntries,
  collectionsOf,
  type DayBookRow,
  dayBookOf,
  findRefund,
  passedOnBy,
  refundsCounted,
  refundsIn,
  refundsOfMine,
  refundsOfUnits,
  remittanceOf,
  surplusOf,
} from './books.ts';
export {
  askRefund,
  askSurplusBack,
  dropRefund,
  nameAccount,
  proposeRefunds,
} from './commands/ask-refund.ts';
export { exemptInBooks, settleAtCounter } from './commands/at-counter.ts';
export { type Begun, beginSession } from './commands/begin-session.ts';
export { cancelReceipt, voidCharge } from './commands/correct.ts';
export {
  agreeToRefund,
  closeOvertakenRefunds,
  declineRefund,
  markRefundPaid,
  refundPaid,
} from './commands/decide-refund.ts';
export { hearNotice } from './commands/hear-notice.ts';
export { type AccountEntry, keepAccount } from './commands/keep-account.ts';
export { bankCash, closeShift, mayClose, openShift } from './commands/keep-shift.ts';
export { passOn } from './commands/pass-on.ts';
export { type ChargeRow, chargeRows, type PricedFee, raiseCharges } from './commands/raise-charges.ts';
export { type TakingByCode, takeByCode } from './commands/take-by-code.ts';
export { askGateways, askOnce } from './jobs/ask-gateways.ts';
export {
  allAccountsOf,
  askSoon,
  type Bill,
  billedIn,
  findBill,
  type Receipt,
  receiptsOfBill,
  receiptsOfMine,
} from './look.ts';
export {
  type Assigning,
  askForMatching,
  assignBankLine,
  type Difference,
  type DifferenceFilter,
  type DifferenceKind,
  type DifferenceLook,
  type DifferenceStep,
  type DossierDifference,
  type DossiersAsked,
  differenceKinds,
  differencesOf,
  findUnresolved,
  type HandedFile,
  handInMoneyFile,
  importSettlement,
  type KindGroup,
  kindGroupNames,
  kindGroups,
  lookAtDifference,
  lookAtMatching,
  type Matching,
  type MatchingLook,
  type MatchingServices,
  type MatchResult,
  type MoneyFile,
  markedToGiveBack,
  matchingJobs,
  matchWanted,
  matchYesterday,
  readMoneyFile,
  reconcile,
  settleNewTransfers,
  type ToGiveBack,
  type Tying,
  tieBankLine,
  toolsOf,
  type WorkStep,
  workOffDifference,
} from './matching/index.ts';
export { paymentPermissions } from './permissions.ts';
export type { Beneficiary, Gateway } from './ports.ts';
export type { BilledCharge, BilledSession } from './queries/bill.ts';
export { type CollectedBy, collectedBy, type Narrowed } from './queries/books.ts';
export { amountInWords } from './rules/amount-in-words.ts';
export { bankName, banks } from './rules/banks.ts';
export {
  type Assessment,
  type Charge,
  type ChargeState,
  type DuePoint,
  sumOf,
  type Way,
} from './rules/charge.ts';
export { formatPaymentCode, readPaymentCode, transferWords } from './rules/code.ts';
export type { CounterPayment } from './rules/counter.ts';
export type { EntryKind } from './rules/ledger.ts';
export { leftOf, type PassingOn, type Remittance } from './rules/pass-on.ts';
export { receiptName } from './rules/receipt.ts';
export { type Refund, type RefundState, type RefundWay, refundWays } from './rules/refund.ts';
export { readRefundCode, refundWords } from './rules/refund-code.ts';
export { expectedIn, fromBefore, notes, type Shift, type Till } from './rules/shift.ts';
export type { PaymentServices } from './services.ts';
export {
  type FoundReceipt,
  findReceipt,
  findShift,
  ownShiftFromBefore,
  receiptsIn,
  type ShiftLook,
  shiftsIn,
  shiftsOfAccounts,
} from './tills.ts';

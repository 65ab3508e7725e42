export { nextNumber } from './number.ts';
export { approvalInput, issueInput } from './sign-result.ts';
export { type ScansSigned, signScans } from './sign-scans.ts';

export { backPath, leaveToAgree, type Redo, redoShape } from './leave.ts';
export { nextNumber } from './number.ts';
export { approvalInput, issueInput } from './sign-result.ts';
export { type ScansSigned, signScans } from './sign-scans.ts';

export { nextNumber } from './number.ts';
export { approvalInput, issueInput } from './sign-result.ts';

export const logHome = '/nhat-ky';
/** Which keys to believe, for whoever checks proofs. */
export const policyPath = `${logHome}/khoa.json`;

export { revocationsByHttp } from './revocations.ts';
export { timeStampByHttp } from './time-stamps.ts';

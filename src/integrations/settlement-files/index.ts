/** Settlement files of the national payment platform. */
export { settlementFiles } from './settlement-file.ts';

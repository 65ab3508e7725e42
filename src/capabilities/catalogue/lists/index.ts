export { changeList, type ListChange, listHistory } from './change-list.ts';
export { type ListName, listNames } from './listing.ts';
export type { KeptListing } from './queries.ts';

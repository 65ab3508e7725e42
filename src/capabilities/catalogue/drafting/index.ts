export { draftFromNational, type NationalDraft } from './draft-from-national.ts';

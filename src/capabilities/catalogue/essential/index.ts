export {
  countEssential,
  type EssentialCount,
  type EssentialList,
  type EssentialServices,
  essentialShape,
  noEssentialServices,
} from './essential.ts';

export {
  httpAddress,
  matching,
  oneOf,
  type Reading,
  type Setting,
  setting,
  settingText,
  wholeNumber,
  yesOrNo,
} from './kinds.ts';
export { type Environment, readEnvironment, type ValuesOf } from './read.ts';

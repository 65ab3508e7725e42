export type { KeptLevel } from './queries.ts';
export {
  type LevelRow,
  type ServiceLevel,
  serviceLevels,
} from './service-level.ts';
export { type NewLevel, serviceLevelsOf, setServiceLevel } from './set-level.ts';

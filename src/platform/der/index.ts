export {
  bigOf,
  bitsOf,
  expect,
  Fields,
  flagOf,
  oidOf,
  only,
  plain,
  smallOf,
  tags,
  timeOf,
  within,
} from './fields.ts';
export { DerFault, type DerNode, fault } from './node.ts';
export { type DerLimits, modest, reading, strictDer } from './strict.ts';
export {
  element,
  exactTime,
  explicit,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  text,
  time,
  yes,
} from './write.ts';

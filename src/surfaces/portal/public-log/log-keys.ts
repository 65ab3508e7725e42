import type { PublicLog } from '#surfaces/shared';

/** Whom to believe about the log, as it is given out. */
export const logKeysOf = ({
  origin,
  verifier,
  before,
  retired = [],
  changes = [],
  witnesses,
  least,
}: PublicLog) => ({
  origin,
  keys: [verifier, ...(before === undefined ? [] : [before])],
  retired: [...retired],
  changes: [...changes],
  witnesses: witnesses.map((each) => each.verifier),
  least,
});

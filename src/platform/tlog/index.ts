export { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts';
export { cosign, cosignedAt, witnessesOf } from './cosignature.ts';
export { emptyRoot, leafHash, rootOf } from './hash.ts';
export { followsFrom, writeKeyChange } from './key-change.ts';
export { makeKey, readSigner, readVerifier, type Signer, type Verifier } from './keys.ts';
export { openNote, readNote, readSignatureLine, signNote } from './note.ts';
export { judgeProof, openBelieved, type Policy, readProof, writeProof } from './proof-file.ts';
export { type Head, provesConsistency, provesInclusion } from './proofs.ts';
export { consistencyRanges, inclusionRanges, type Range } from './ranges.ts';
export {
  bundleOf,
  edgeOf,
  grow,
  hashOf,
  readBundle,
  readTilePath,
  type Tile,
  type TilePlace,
  tilePath,
  tilesFor,
  tileWidth,
  widthOf,
} from './tiles.ts';
export { answerAsWitness, readAsked, type WatchedLog, type WitnessAnswer, writeAsked } from './witness.ts';

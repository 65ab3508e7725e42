export { startDraftFromPackage } from './draft-from-package.ts';
export { type ExportedDraft, exportDraft } from './export-draft.ts';
export { type ExportedProcedure, exportProcedure } from './export-procedure.ts';
export { type ImportedProcedure, importProcedure } from './import-procedure.ts';
export {
  newPackageKey,
  openPackageKey,
  type PackageKey,
  type PrivateKey,
  type PublicKey,
} from './key.ts';
export { packProcedure } from './pack.ts';
export { inGroups, publicKeyPem } from './public-key.ts';
export { type Signer, trustKey } from './signer.ts';
export {
  openPackage,
  type PackageSigner,
  packageLimits,
  type UnpackedProcedure,
  unpackProcedure,
} from './unpack.ts';

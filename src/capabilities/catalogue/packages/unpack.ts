import { checkDefinition, type ProcedureDefinition } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { DraftContent } from '../drafts/content.ts';
import { canonicalJson, depthOf } from './canonical-json.ts';
import { draftFormat, isPackageName, ownFiles, packageFormat, templateIdOf } from './files.ts';
import { keyId, type PublicKey, verifyBytes } from './key.ts';
import { manifestOf, signatureShape } from './manifest.ts';
import { type Files, unzip, type ZipLimits } from './zip.ts';

/** The largest of the sample procedures packs to 12 KB; reading as much as this allows takes about 30 ms. */
export const packageLimits: ZipLimits = {
  packed: 2_000_000,
  file: 2_000_000,
  unpacked: 4_000_000,
  files: 100,
};
/** A definition nests about 15 deep. */
const mostDeep = 64;

/** Who vouches for the bytes. That the signature fits says nothing yet of whether this key is trusted here. */
export interface PackageSigner {
  readonly id: string;
  readonly publicKey: PublicKey;
}
export interface UnpackedProcedure {
  readonly content: DraftContent;
  readonly signer: PackageSigner;
}

const no = (code: string, at?: string) => refused(at === undefined ? { code } : { code, details: { at } });

/** Limits, names, hashes and signature; cheap, so that a stranger's package ends here. */
export function openPackage(
  bytes: Uint8Array,
  limits: ZipLimits = packageLimits,
): Outcome<{ readonly files: Files; readonly signer: PackageSigner }> {
  const unzipped = unzip(bytes, limits, isPackageName);
  if (!unzipped.ok) return unzipped;
  const files = unzipped.value;
  if (!sameBytes(files.get('manifest.json'), manifestOf(files))) return no('package-manifest');
  const signer = signerOf(files);
  return signer.ok ? done({ files, signer: signer.value }) : signer;
}

/** Judges a package from anywhere. Nothing of it is used before its limits, names, hashes and signature were found right. */
export function unpackProcedure(
  bytes: Uint8Array,
  limits: ZipLimits = packageLimits,
): Outcome<UnpackedProcedure> {
  const opened = openPackage(bytes, limits);
  if (!opened.ok) return opened;
  const content = contentOf(opened.value.files);
  return content.ok ? done({ content: content.value, signer: opened.value.signer }) : content;
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0;

function signerOf(files: Files): Outcome<PackageSigner> {
  const told = jsonOf(files, 'signature.json');
  const parsed = signatureShape.safeParse(told.ok ? told.value : undefined);
  if (!parsed.success) return no('package-signature');
  const { publicKey, signature, keyId: id } = parsed.data;
  const manifest = files.get('manifest.json') ?? new Uint8Array();
  return id === keyId(publicKey) && verifyBytes(publicKey, manifest, signature)
    ? done({ id, publicKey })
    : no('package-signature');
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function textOf(files: Files, name: string): string | undefined {
  try {
    const bytes = files.get(name);
    return bytes && decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Only the canonical text of a value is taken: no key twice, nothing hidden, and packing it again gives the same bytes. */
function jsonOf(files: Files, name: string): Outcome<unknown> {
  const text = textOf(files, name);
  if (text === undefined) return no('package-file', name);
  if (depthOf(text) > mostDeep) return no('package-too-deep', name);
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? done(value) : no('package-file', name);
  } catch {
    return no('package-file', name);
  }
}

/** Whether the package says of itself that nobody has approved what stands in it. */
export function isDraftPackage(files: Files): boolean {
  const head = jsonOf(files, 'package.json');
  return head.ok && (head.value as { readonly format?: unknown } | null)?.format === draftFormat;
}

/** The definition is checked as if it were typed here. */
export function contentOf(files: Files): Outcome<DraftContent> {
  const read = new Map<string, unknown>();
  for (const name of files.keys()) {
    if (!name.endsWith('.json')) continue;
    const value = jsonOf(files, name);
    if (!value.ok) return value;
    read.set(name, value.value);
  }
  const rest = read.get('procedure.json');
  if (typeof rest !== 'object' || rest === null || Object.keys(ownFiles).some((key) => key in rest))
    return no('package-file', 'procedure.json');
  const parts = Object.entries(ownFiles).map(([key, name]) => [key, read.get(name)] as const);
  const candidate: unknown = { ...rest, ...Object.fromEntries(parts) };
  const [problem] = checkDefinition(candidate);
  if (problem)
    return refused({
      code: 'definition-faulty',
      details: { at: problem.at, problem: problem.message },
    });
  const definition = candidate as ProcedureDefinition;
  const { code, version, validFrom: effectiveFrom } = definition;
  const format = isDraftPackage(files) ? draftFormat : packageFormat;
  const head = canonicalJson({ format, code, version, effectiveFrom });
  if (head !== canonicalJson(read.get('package.json'))) return no('package-file', 'package.json');

  const xml = { workflow: textOf(files, 'workflow.bpmn'), decisions: textOf(files, 'decisions.dmn') };
  for (const [part, name] of [
    ['workflow', 'workflow.bpmn'],
    ['decisions', 'decisions.dmn'],
  ] as const)
    if (files.has(name) && xml[part] === undefined) return no('package-file', name);
  const runs = read.get('runs.json');
  if (runs !== undefined && !Array.isArray(runs)) return no('package-file', 'runs.json');
  const templates = [...read].flatMap(([name, value]) => {
    const id = templateIdOf(name);
    return id === undefined ? [] : [[id, value] as const];
  });
  return done({
    definition,
    ...(xml.workflow === undefined ? {} : { workflow: xml.workflow }),
    ...(xml.decisions === undefined ? {} : { decisions: xml.decisions }),
    ...(templates.length === 0 ? {} : { templates: Object.fromEntries(templates) }),
    ...(Array.isArray(runs) ? { runs: runs as readonly unknown[] } : {}),
  });
}

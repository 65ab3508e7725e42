import { expandDefinition, toJsonSchema } from '#capabilities/forms';
import type { DraftContent } from '../drafts/content.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Files } from './zip.ts';

export const packageFormat = 'motcua-procedure/1';
/** Nobody has approved what stands in it: it becomes a draft wherever it is brought, and is never published as it is. */
export const draftFormat = 'motcua-draft/1';
export type PackageFormat = typeof packageFormat | typeof draftFormat;

/** Parts of a definition that stand in files of their own; all else is in `procedure.json`. */
export const ownFiles = {
  form: 'form.json',
  documents: 'documents.json',
  fees: 'fees.json',
  workflow: 'workflow.json',
} as const;

const fixedNames: ReadonlySet<string> = new Set([
  'package.json',
  'procedure.json',
  'schema.json',
  'workflow.bpmn',
  'decisions.dmn',
  'runs.json',
  'manifest.json',
  'signature.json',
  ...Object.values(ownFiles),
]);
const templateName = /^templates\/([a-z0-9][a-z0-9-]{0,39})\.json$/;

/** Only these names may stand in a package, so no path can lead out of it. */
export const isPackageName = (name: string): boolean => fixedNames.has(name) || templateName.test(name);
export const templateIdOf = (name: string): string | undefined => templateName.exec(name)?.[1];

const encoder = new TextEncoder();

/** The files of a package before manifest and signature. */
export function filesOf(
  { definition, workflow, decisions, templates = {}, runs }: DraftContent,
  format: PackageFormat = packageFormat,
): Files {
  const { form, documents, fees, workflow: steps, ...rest } = definition;
  const { code, version, validFrom } = definition;
  const files = new Map<string, string>([
    ['package.json', canonicalJson({ format, code, version, effectiveFrom: validFrom })],
    ['procedure.json', canonicalJson(rest)],
    [ownFiles.form, canonicalJson(form)],
    ['schema.json', canonicalJson(toJsonSchema(expandDefinition(definition).form))],
    [ownFiles.documents, canonicalJson(documents)],
    [ownFiles.fees, canonicalJson(fees)],
    [ownFiles.workflow, canonicalJson(steps)],
  ]);
  if (workflow !== undefined) files.set('workflow.bpmn', workflow);
  if (decisions !== undefined) files.set('decisions.dmn', decisions);
  for (const [id, template] of Object.entries(templates))
    files.set(`templates/${id}.json`, canonicalJson(template));
  if (runs !== undefined) files.set('runs.json', canonicalJson(runs));
  return new Map([...files].map(([name, text]) => [name, encoder.encode(text)]));
}

import { fault } from '../fault.ts';
import { limits } from '../limits.ts';
import { names } from './names.ts';
import { attributeOf, isBlank, isElement, type XmlElement } from './tree.ts';

/**
 * A text that is signed: a root that says nothing of its own, in it one element with the content, known by its `Id`, and
 * after it the signatures. So a signature cannot be led to anything else than what stands there.
 */
export interface Envelope {
  readonly content: XmlElement;
  readonly contentId: string;
  readonly signatures: readonly XmlElement[];
  /** Every value that some program may take for an identifier. */
  readonly ids: ReadonlySet<string>;
}

/** What may name an element: no pointers, no blanks. */
export const isId = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/.test(text);

const isSignature = ({ ns, local }: XmlElement): boolean => ns === names.ds && local === 'Signature';

export function envelopeOf(root: XmlElement): Envelope {
  if (root.attributes.length > 0) fault('xml-envelope', 'attributes of the root');
  if (!root.children.every((one) => isElement(one) || isBlank(one)))
    fault('xml-envelope', 'text in the root');
  const [content, ...signatures] = root.children.filter(isElement);
  if (!content || isSignature(content)) fault('xml-envelope', 'no content');
  if (!signatures.every(isSignature)) fault('xml-envelope', 'something else beside the content');
  if (signatures.length > limits.signatures) fault('xml-too-many-signatures', 'too many signatures');
  if (ofSignatures.has(root.ns) || holdsSignature(content))
    fault('xml-envelope', 'a signature in the content');
  const contentId = attributeOf(content, 'Id') ?? '';
  if (!isId(contentId)) fault('xml-envelope', 'content without Id');
  return { content, contentId, signatures, ids: idsIn(root) };
}

const ofSignatures: ReadonlySet<string> = new Set([names.ds, names.xades, names.xades141]);

/** Parts of signatures within what is signed would be for nobody to judge. */
function holdsSignature(element: XmlElement): boolean {
  return (
    ofSignatures.has(element.ns) || element.children.some((one) => isElement(one) && holdsSignature(one))
  );
}

function idsIn(root: XmlElement): ReadonlySet<string> {
  const [exact, alike] = [new Set<string>(), new Set<string>()];
  const waiting = [root];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    for (const { ns, local, value } of one.attributes) {
      if (local.toLowerCase() !== 'id') continue;
      const own = ns === '' && local === 'Id';
      // Two elements of one name: each program would find another.
      if (exact.has(value) || (own && alike.has(value))) fault('xml-ids', 'an Id stands twice');
      (own ? exact : alike).add(value);
    }
    for (const child of one.children) if (isElement(child)) waiting.push(child);
  }
  return new Set([...exact, ...alike]);
}

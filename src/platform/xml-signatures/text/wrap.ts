import type { Outcome } from '#kernel/outcome';
import { done } from '#kernel/outcome';
import { guarded } from '../fault.ts';
import { envelopeOf } from './envelope.ts';
import { lettersOf, readXml } from './read.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const name = 'SignedDocument';

/**
 * Puts a text of XML into a wrapper in which it can be signed. Its element must carry an `Id`. Refused as `xml-odd`,
 * `xml-too-large`, `xml-ids`, `xml-envelope`.
 */
export const wrapXml = (content: Uint8Array): Promise<Outcome<Uint8Array>> =>
  guarded(() => {
    const letters = lettersOf(content);
    readXml(letters);
    const alone = letters.replace(/^<\?xml[^>]*\?>/, '').trim();
    const wrapped = `${declaration}\n<${name}>${alone}</${name}>\n`;
    envelopeOf(readXml(wrapped));
    return Promise.resolve(done(Buffer.from(wrapped)));
  });

import { DmnModdle } from 'dmn-moddle';
import { done, type Outcome, refused } from '#kernel/outcome';
import { kindOf, type ModdleElement } from './parts.ts';

/** A file of decision tables as it was read; it is written back with all that it said. */
export interface DmnModel {
  readonly definitions: ModdleElement;
}

/** The province's largest table (fees of land, 400 rows) is under 200 kB. */
const limits = { bytes: 1_000_000, tags: 40_000, depth: 40 } as const;

/** Editions of DMN differ little in what tables are made of: all are read as 1.3. */
const edition13 = 'https://www.omg.org/spec/DMN/20191111';
const upgraded = (xml: string): string =>
  xml
    .replaceAll('http://www.omg.org/spec/DMN/20151101/dmn.xsd', `${edition13}/MODEL/`)
    .replaceAll('http://www.omg.org/spec/DMN/20151101/dmn11.xsd', `${edition13}/MODEL/`)
    .replace(
      /https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324)\/(MODEL|DMNDI)\//g,
      `${edition13}/$1/`,
    );

/** Drawings of DMN 1.1 files: the library knows their prefix with a later namespace and would not write them again. */
const oldDrawing = 'http://bpmn.io/schema/dmn/biodi/1.0';
const renamed = (xml: string): string =>
  xml.includes(`xmlns:biodi="${oldDrawing}"`)
    ? xml.replace(/(<\/?|\sxmlns:)biodi(?=[:=])/g, '$1drawing')
    : xml;

/** Says without parsing why a text is not for the parser: too big, too deep, or with entities to expand. */
function unsafe(xml: string): string | undefined {
  if (xml.length > limits.bytes) return 'xml-too-big';
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return 'xml-doctype';
  let depth = 0;
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '?') continue;
    if (next === '!') {
      const end = xml.indexOf(xml.startsWith('<!--', at) ? '-->' : ']]>', at);
      if (end < 0) return 'xml-syntax';
      at = end;
      continue;
    }
    tags += 1;
    if (next === '/') depth -= 1;
    else if (xml[xml.indexOf('>', at) - 1] !== '/') depth += 1;
    if (depth > limits.depth || tags > limits.tags) return 'xml-too-big';
  }
  return undefined;
}

/**
 * Reads DMN 1.1 to 1.5. Refusals: `xml-too-big` (1 MB), `xml-doctype`, `xml-syntax`, `dmn-not-definitions`, and
 * `dmn-not-executed` with the name of an element that DMN 1.3 does not have.
 */
export async function readDmn(xml: string): Promise<Outcome<DmnModel>> {
  const code = unsafe(xml);
  if (code) return refused({ code });
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(renamed(upgraded(xml)));
    for (const { message } of warnings) {
      const lost = /^unparsable content <([^>\s/]+)/.exec(message)?.[1];
      if (lost === undefined) continue;
      if (/unrecognized element|unknown type/.test(message))
        return refused({ code: 'dmn-not-executed', details: { element: lost } });
      return refused({ code: 'xml-syntax', details: { message: message.slice(0, 200) } });
    }
    if (kindOf(rootElement) !== 'Definitions') return refused({ code: 'dmn-not-definitions' });
    return done({ definitions: rootElement });
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : '';
    return refused({ code: 'xml-syntax', details: { message: (message ?? '').slice(0, 200) } });
  }
}

/** DMN 1.3, indented. */
export async function writeDmn(model: DmnModel): Promise<string> {
  const { xml } = await new DmnModdle().toXML(model.definitions, { format: true });
  return xml;
}

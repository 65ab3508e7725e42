/** A decision table to be written as DMN 1.3. Cells are FEEL. */
export interface ATable {
  readonly name?: string;
  readonly policy?: string;
  readonly aggregation?: string;
  readonly inputs: readonly { readonly text: string; readonly type?: string; readonly values?: string }[];
  readonly outputs: readonly {
    readonly name: string;
    readonly type?: string;
    readonly values?: string;
    readonly otherwise?: string;
  }[];
  /** Cells of the inputs, then of the outputs. */
  readonly rows: readonly (readonly string[])[];
  /** Ids of decisions that it needs. */
  readonly needs?: readonly string[];
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}><text>${escaped(text)}</text></${name}>`;
const typed = (type: string | undefined): string => (type === undefined ? '' : ` typeRef="${type}"`);

export function tableXml(table: ATable): string {
  const { name: title = 'fee', policy = 'UNIQUE', aggregation, inputs, outputs, rows, needs = [] } = table;
  const name = title.replaceAll(' ', '_');
  const columns = inputs.map(
    ({ text, type, values }, at) =>
      `<input id="${name}_i${at}"><inputExpression${typed(type)}><text>${escaped(text)}</text></inputExpression>${tag('inputValues', values)}</input>`,
  );
  const results = outputs.map(
    (output, at) =>
      `<output id="${name}_o${at}" name="${output.name}"${typed(output.type)}>${tag('outputValues', output.values)}${tag('defaultOutputEntry', output.otherwise)}</output>`,
  );
  const rules = rows.map(
    (cells, at) =>
      `<rule id="${name}_r${at}">${cells.map((cell, column) => tag(column < inputs.length ? 'inputEntry' : 'outputEntry', cell)).join('')}</rule>`,
  );
  const required = needs.map(
    (need, at) =>
      `<informationRequirement id="${name}_n${at}"><requiredDecision href="#${need}"/></informationRequirement>`,
  );
  const aggregated = aggregation === undefined ? '' : ` aggregation="${aggregation}"`;
  return `<decision id="${name}" name="${title}">${required.join('')}<decisionTable id="${name}_t" hitPolicy="${policy}"${aggregated}>${columns.join('')}${results.join('')}${rules.join('')}</decisionTable></decision>`;
}

/** A whole file around decisions. */
export const dmnXml = (...decisions: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:test">${decisions.join('')}</definitions>`;

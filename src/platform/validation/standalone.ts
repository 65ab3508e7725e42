import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/**
 * A schema compiled to the text of a CommonJS module that needs no `eval`: its one export judges a value and leaves `errors`
 * on itself. Formats are not judged in it, nor is the schema itself.
 */
export function standaloneCheck(schema: object): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    ownProperties: true,
    logger: false,
    validateFormats: false,
    messages: false,
    // Ours, and made a moment ago: judging it by the standard's own schema would take longer than compiling it.
    validateSchema: false,
    meta: false,
    code: { source: true, lines: false },
  });
  return (standalone as unknown as (ajv: Ajv2020, check: unknown) => string)(ajv, ajv.compile(schema));
}

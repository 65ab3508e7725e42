import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileSchema } from './index.ts';

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://example.vn/bieu-mau/1',
  type: 'object',
  properties: { born: { type: 'string', format: 'date' }, rows: { prefixItems: [{ type: 'integer' }] } },
  required: ['born'],
  unevaluatedProperties: false,
};

test('accepts what the schema allows and says where it breaks', () => {
  const check = compileSchema(schema);
  assert.deepEqual(check({ born: '2026-10-02', rows: [1] }), []);
  assert.deepEqual(
    check({ born: '2026-02-31', rows: ['x'] }).map((problem) => problem.at),
    ['/born', '/rows/0'],
  );
  assert.equal(check({ born: '2026-10-02', more: 1 })[0]?.keyword, 'unevaluatedProperties');
});

test('compiles one schema object once, and two versions with one $id side by side', () => {
  assert.equal(compileSchema(schema), compileSchema(schema));
  const next = { ...schema, required: [] };
  assert.deepEqual(compileSchema(next)({}), []);
  assert.equal(compileSchema(schema)({}).length, 1);
});

test('a wrong schema is thrown at once', () => {
  assert.throws(() => compileSchema({ type: 'no-such-type' }));
});

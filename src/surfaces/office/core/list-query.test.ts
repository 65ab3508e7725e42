import assert from 'node:assert/strict';
import test from 'node:test';
import { fromText, readFrom } from './from.ts';
import { filterFields, queryText, readListQuery } from './list-query.ts';

test('a filter travels through an address and back', () => {
  const query = readListQuery({
    'thu-tuc': '1.001193',
    kenh: 'truc-tuyen',
    nguoi: 'chua-giao',
    'luu-y': 'elsewhere',
    trang: '3',
    'so-dong': '100',
  });
  assert.deepEqual(query, {
    procedure: '1.001193',
    channel: 'online',
    assignee: 'unassigned',
    flag: 'elsewhere',
    page: 3,
    size: 100,
  });
  assert.deepEqual(readListQuery(Object.fromEntries(new URLSearchParams(queryText(query)))), query);
  assert.deepEqual(readFrom(fromText({ list: 'in-process', query })), { list: 'in-process', query });
});

test('what is not understood narrows nothing', () => {
  const odd = {
    'don-vi': "1' or 1=1",
    'thu-tuc': 'x',
    kenh: 'constructor',
    'luu-y': 'toString',
    trang: '-4',
  };
  assert.deepEqual(readListQuery(odd), { page: 1, size: 50 });
  assert.deepEqual(filterFields(readListQuery(odd)), {});
  assert.equal(readFrom('khong-co'), undefined);
  assert.equal(readFrom(undefined), undefined);
});

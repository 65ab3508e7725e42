import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { resident } from '#builders/identity';
import { aHouse, type House } from './testing/house.ts';
import type { Visitor } from './testing/visitor.ts';

let house: House;
let lan: Visitor;
before(async () => {
  house = await aHouse();
  lan = await house.person(resident, 'Nguyễn Thị Hoa');
});
after(() => house.close());

test('the start says what is needed', async () => {
  const page = await lan.get('/nop-ho-so/bat-dau/1.001193');
  assert.equal(page.status, 200, page.html);
  assert.match(page.html, /<h1>Đăng ký khai sinh<\/h1>/);
});

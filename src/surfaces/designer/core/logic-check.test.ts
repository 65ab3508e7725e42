import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReading, sampleDefinition } from '#builders/forms';
import { questionsKnown, sayOfFormula, sayOfLogic } from './logic-check.ts';

const definition = sampleDefinition('1.001193');
const { lists } = aReading();
const asked = { definition, lists, locale: 'vi' as const };
const said = (text: string) => sayOfLogic(text, asked).text;

test('a condition is read in words that know no FEEL', () => {
  assert.equal(said(''), '');
  assert.match(said('nycQuanHe = "me"'), /^Đọc là: «[^»]+» là [^"]+\.$/);
  assert.match(said('age on(nksNgaySinh, fact.today) < 18'), /tuổi theo «[^»]+» nhỏ hơn 18/);
  assert.match(said('capBanSao = true and fact.channel = "online"'), /là Có và kênh nộp là Trực tuyến/);
  assert.match(said('not(soLuongBanSao > 3)'), /không phải \(«[^»]+» lớn hơn 3\)/);
  assert.match(sayOfLogic('soLuongBanSao >= 3', { ...asked, locale: 'en' }).text, /at least 3/);
});

test('a name that nobody asks is named with the one that was meant, a later question as later', () => {
  assert.match(said('nycQuanHee = "me"'), /Không có câu hỏi nào mang mã nycQuanHee\. Có phải nycQuanHe\?/);
  assert.match(said('khongGiongGi = 1'), /Không có câu hỏi nào mang mã khongGiongGi\.$/);
  const [first] = definition.form.pages[0]?.questions ?? [];
  const early = sayOfLogic('capBanSao = true', { ...asked, before: first?.id ?? '' });
  assert.equal(early.ok, false);
  assert.match(early.text, /được hỏi sau/);
});

test('a choice that is not there is named with those that are', () => {
  const wrong = sayOfLogic('nycQuanHe = "hang-xom"', asked);
  assert.equal(wrong.ok, false);
  assert.match(wrong.text, /không có lựa chọn "hang-xom"; có "me"|không có lựa chọn "hang-xom"; có "/);
});

test('what cannot be read says where', () => {
  assert.match(said('nycQuanHe = '), /Cần một giá trị/);
  assert.equal(sayOfLogic('nycQuanHe = ', asked).ok, false);
  assert.match(sayOfFormula('soLuongBanSao * 2000', asked).text, /Tính từ «/);
  assert.match(sayOfFormula('soLuongBanSao * ', asked).text, /chưa đọc được/);
});

test('what may be named before a question ends with it', () => {
  const all = questionsKnown(definition).map(({ id }) => id);
  const third = definition.form.pages[1]?.questions[0]?.id ?? '';
  const before = questionsKnown(definition, third).map(({ id }) => id);
  assert.equal(before.at(-1), third);
  assert.deepEqual(all.slice(0, before.length), before);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapXml } from '#platform/xml-signatures';
import { contentXml, type DeclaredContent } from './content.ts';

const content: DeclaredContent = {
  procedure: { code: '1.000894', version: 2, name: 'Đăng ký kết hôn' },
  to: 'UBND xã Núi Cấm',
  applicant: 'Nguyễn Thị Lan',
  sections: [{ title: 'Bên nam', rows: [{ label: 'Họ tên', value: 'Trần Văn "Tám" <& con>\nấp 2' }] }],
  files: [{ title: 'Giấy xác nhận', name: 'a&b.pdf', sha256: 'ab'.repeat(32) }],
  bodyHash: 'cd'.repeat(32),
};

test('what is signed says every word once, whatever stands in it', async () => {
  const xml = contentXml(content).toString();
  assert.equal((await wrapXml(contentXml(content))).ok, true);
  assert.ok(xml.includes('Trần Văn "Tám" &lt;&amp; con&gt;\nấp 2'));
  assert.ok(xml.includes(`name="a&amp;b.pdf" sha256="${'ab'.repeat(32)}"`));
  assert.ok(xml.includes(`<Submission sha256="${'cd'.repeat(32)}">`));
});

test('letters that XML does not know do not make it unreadable', async () => {
  for (const value of ['\u0000\u0008x', '\ud800y', 'z\uffff', ' \r\nq', '𝒳'])
    assert.ok(
      (
        await wrapXml(
          contentXml({ ...content, sections: [{ title: value, rows: [{ label: value, value }] }] }),
        )
      ).ok,
      JSON.stringify(value),
    );
});

test('another word is another text', () => {
  const changes: Partial<DeclaredContent>[] = [
    { to: 'UBND xã khác' },
    { applicant: 'Người khác' },
    { bodyHash: 'ce'.repeat(32) },
    { files: [] },
    { sections: [] },
  ];
  const texts = [content, ...changes.map((change) => ({ ...content, ...change }))].map((each) =>
    contentXml(each).toString(),
  );
  assert.equal(new Set(texts).size, texts.length);
});

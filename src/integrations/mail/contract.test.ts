import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import type { Mail, MailPort } from '#ports/messages';
import { mailToFolder } from './local-sink.ts';
import { mailBySmtp } from './smtp.ts';
import { startSmtpSimulator } from './testing/smtp-simulator.ts';

const from = 'Một Cửa <no-reply@mot-cua.example>';
const folder = mkdtempSync(path.join(tmpdir(), 'mc-mail-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const simulator = await startSmtpSimulator();
after(() => simulator.close());

const aMail = (change: Partial<Mail> = {}): Mail => ({
  key: '0190a8b2-0000-7000-8000-000000000001',
  to: 'an@example.vn',
  subject: 'Hồ sơ H01.105-261125-0042 đã được tiếp nhận',
  text: 'Hẹn trả kết quả: thứ Tư 02/12/2026.\nCảm ơn bạn.',
  at: Date.UTC(2026, 10, 25, 2, 0),
  ...change,
});

interface Way {
  readonly name: string;
  readonly port: MailPort;
  readonly messages: () => string[];
}
const ways: Way[] = [
  {
    name: 'folder',
    port: mailToFolder(folder, { from }),
    messages: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  },
  {
    name: 'smtp',
    port: mailBySmtp({ url: simulator.url, from, timeoutMs: 2000 }),
    messages: () => simulator.received.map(({ data }) => data),
  },
];

const headersOf = (message: string): string => message.slice(0, message.indexOf('\n\n'));

for (const { name, port, messages } of ways) {
  describe(`e-mail by ${name}`, () => {
    it('carries the text, the outward key and the date of the fact', async () => {
      const outcome = await port.send(aMail());
      assert.equal(outcome.ok, true);
      const message = messages().at(-1) ?? '';
      const headers = headersOf(message);
      assert.match(headers, /^Message-ID: <0190a8b2-0000-7000-8000-000000000001@mot-cua\.example>$/im);
      assert.match(headers, /^Date: Wed, 25 Nov 2026 02:00:00 \+0000$/m);
      assert.match(headers, /^To: an@example\.vn$/m);
      assert.match(headers, /^Subject: =\?UTF-8\?/m);
      const body = message.slice(headers.length);
      const plain = /base64/i.test(headers)
        ? Buffer.from(body.trim(), 'base64').toString('utf8')
        : Buffer.from(
            body
              .replace(/=\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8');
      assert.match(plain, /thứ Tư 02\/12\/2026/);
    });

    for (const to of [
      'an@example.vn\r\nBcc: all@example.vn',
      'an@example.vn, binh@example.vn',
      'An <an@example.vn>',
      'nobody',
    ]) {
      it(`refuses the address ${JSON.stringify(to)}`, async () => {
        const before = messages().length;
        const outcome = await port.send(aMail({ to }));
        assert.equal(outcome.ok ? '' : outcome.refusal.code, 'address-refused');
        assert.equal(messages().length, before);
      });
    }

    it('lets no header in through the subject', async () => {
      const key = '0190a8b2-0000-7000-8000-000000000002';
      await port.send(aMail({ key, subject: 'Hello\r\nBcc: all@example.vn\n\nboo' }));
      const message = messages().at(-1) ?? '';
      assert.doesNotMatch(message, /^Bcc:/im);
      assert.match(headersOf(message), /^Subject: Hello Bcc: all@example\.vn boo$/m);
    });
  });
}

describe('e-mail that fails', () => {
  it('a repetition replaces the file', async () => {
    const [{ port, messages }] = ways as [Way];
    const key = '0190a8b2-0000-7000-8000-000000000003';
    await port.send(aMail({ key }));
    const before = messages().length;
    await port.send(aMail({ key }));
    assert.equal(messages().length, before);
  });
  it('a folder that cannot be written is worth another try', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const outcome = await mailToFolder(file, { from }).send(aMail());
    assert.equal(outcome.ok ? '' : outcome.refusal.code, 'unreachable');
  });
  it('a refused recipient is final, a busy server is not, and neither is an absent one', async () => {
    const port = mailBySmtp({ url: simulator.url, from, timeoutMs: 2000 });
    simulator.answers.set('RCPT', '550 no such mailbox');
    const final = await port.send(aMail());
    assert.equal(final.ok ? '' : final.refusal.code, 'address-refused');
    simulator.answers.set('RCPT', '450 busy');
    const busy = await port.send(aMail());
    assert.equal(busy.ok ? '' : busy.refusal.code, 'unreachable');
    simulator.answers.delete('RCPT');
    const absent = await mailBySmtp({ url: 'smtp://127.0.0.1:1', from, timeoutMs: 1000 }).send(aMail());
    assert.equal(absent.ok ? '' : absent.refusal.code, 'unreachable');
  });
});

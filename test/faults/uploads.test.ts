import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { systemClock } from '#kernel/time';
import { launchBrowser } from '#test/chromium';
import { citizensOfHouse } from '#test/pages';
import { readyDrafts } from './support/drafts.ts';
import { aGround } from './support/ground.ts';
import { Journal } from './support/journal.ts';
import { assertTrue } from './support/judge.ts';
import { aProduct } from './support/product.ts';
import { row } from './support/row.ts';
import { aPdf, aPng, hostileFiles, hostileNames, multipart } from './support/samples.ts';
import { codeOf } from './support/workload.ts';

// The whole product, for files go through its real door: disk, limited child process, headers.
const ground = await aGround();
const product = await aProduct(ground, { MAX_UPLOAD_MB: '2' });
const journal = new Journal(path.join(ground.folder, 'journal.jsonl'));
after(async () => {
  journal.close();
  await product.stop();
});
const { citizen1 } = citizensOfHouse;
const visitor = await product.signIn('citizen', citizen1.id, { name: citizen1.name, guest: false });

async function aDraft(): Promise<{ draft: string; hash: string; demand: string }> {
  const { drafts, hash } = await readyDrafts(
    { ...product.rooms, sql: ground.sql, db: product.db, clock: systemClock },
    { code: '1.001193', count: 1, persons: [citizen1.id] },
  );
  const draft = drafts[0]?.id ?? '';
  const [file] = await ground.sql<{ demand: string }>(
    'select demand from dossiers.draft_file where draft_id = $1 limit 1',
    [draft],
  );
  return { draft, hash, demand: file?.demand ?? '' };
}

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}
async function upload(
  to: { draft: string; demand: string },
  file: { name: string; type: string; bytes: Buffer },
): Promise<Sent> {
  const n = journal.ask({ client: 'uploads', what: 'upload', name: file.name });
  const { headers, body } = multipart('tep', file);
  const url = `/nop-ho-so/${to.draft}/giay-to/${to.demand}?_csrf=${visitor.csrf}`;
  const answer = await product.request('POST', url, {
    cookie: visitor.cookie,
    headers,
    body,
    timeoutMs: 20_000,
  });
  const sha256 = answer.status === 303 ? await hashOf(file.bytes) : undefined;
  journal.answer(n, {
    outcome: answer.status === 303 ? 'done' : 'refused',
    status: answer.status,
    ...(sha256 && { sha256 }),
  });
  return answer;
}

async function hashOf(bytes: Buffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Buffer.from(digest).toString('hex');
}
const files = path.join(ground.folder, 'files');
const stored = (): readonly string[] =>
  readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

row(
  'G1',
  'an empty, disguised, locked or too large file is refused with a sentence, and nothing of it stays',
  { small: 60, full: 60 },
  async () => {
    const to = await aDraft();
    const locked = await aPdf({ password: 'bi mat' });
    const before = stored().length;
    const refused = [
      ['empty', { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.alloc(0) }],
      ['wrong ending', { name: 'a.pdf', type: 'application/pdf', bytes: aPng() }],
      [
        'no type we take',
        { name: 'a.docx', type: 'application/msword', bytes: Buffer.from('PK\u0003\u0004abc') },
      ],
      ['locked', { name: 'a.pdf', type: 'application/pdf', bytes: locked }],
      [
        'too large',
        {
          name: 'a.pdf',
          type: 'application/pdf',
          bytes: Buffer.concat([await aPdf(), Buffer.alloc(3_000_000)]),
        },
      ],
    ] as const;
    for (const [what, file] of refused) {
      const { status, text, ms } = await upload(to, file);
      assert.ok([413, 422].includes(status), `${what} → ${status}`);
      assert.match(words(text), /(hãy|chọn|bỏ mật khẩu|nhỏ hơn|tệp)/i, `${what} says how to mend it`);
      assert.ok(ms < 5000, `${what} took ${Math.round(ms)} ms`);
    }
    assert.equal(stored().length, before, `left behind: ${stored().join(', ')}`);
    assert.equal(
      (await upload(to, { name: 'tốt.pdf', type: 'application/pdf', bytes: await aPdf() })).status,
      303,
    );
  },
);

row(
  'G5',
  'files that are two things, lie or act: refused, or given back so that nothing runs in Chromium',
  { small: 120, full: 300 },
  async () => {
    const to = await aDraft();
    const accepted: string[] = [];
    for (const { what, name, type, bytes } of await hostileFiles()) {
      const { status } = await upload(to, { name, type, bytes });
      assert.ok([303, 422].includes(status), `${what} → ${status}`);
      if (status === 303) accepted.push(what);
    }
    const never = /SVG|HTML named|script named|executable|runs a script|launches|hidden names|before PDF|GIF/;
    assert.deepEqual(
      accepted.filter((what) => never.test(what)),
      [],
      'dangerous files were taken',
    );
    const { draft, hash } = to;
    await submitWithFiles(draft, hash);
    await opensHarmlessly(draft, hash);
  },
);

/** Other files make another fingerprint: whoever submits an old one is shown the new one first. */
async function submitWithFiles(draft: string, old: string): Promise<void> {
  const press = (shown: string) =>
    product.request('POST', `/nop-ho-so/${draft}/nop`, {
      cookie: visitor.cookie,
      form: { _csrf: visitor.csrf, 'noi-dung': shown },
    });
  const first = await press(old);
  assert.equal(first.status, 409, 'the files have changed what is submitted');
  const shown = /name="noi-dung" value="([^"]+)"/.exec(first.text)?.[1] ?? '';
  const second = await press(shown);
  assert.equal(second.status, 303, words(second.text).slice(0, 500));
}

/** Every file of the dossier, opened by address in a real browser. */
async function opensHarmlessly(draft: string, hash: string): Promise<void> {
  const code = await codeOf(product, { draft, hash, visitor });
  assert.ok(code);
  const documents = await ground.sql<{ id: string; name: string }>(
    'select t.id, t.file_name as name from dossiers.document t join dossiers.dossier d on d.id = t.dossier_id where d.code = $1 and t.sha256 is not null',
    [code],
  );
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie: visitor.cookie } });
    const page = await context.newPage();
    let ran = 0;
    page.on('dialog', (dialog) => {
      ran++;
      void dialog.dismiss();
    });
    let seen = 0;
    for (const { id } of documents) {
      const url = `/cua-toi/ho-so/${code}/tep/${id}`;
      const answer = await product.request('GET', url, { cookie: visitor.cookie });
      // Papers of a bulk draft name contents that were never uploaded.
      if (answer.status !== 200) continue;
      seen++;
      assert.match(String(answer.headers['content-disposition']), /^attachment/);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
      assert.match(String(answer.headers['content-security-policy']), /sandbox/);
      await page.goto(`${product.origin}${url}`, { timeout: 5000 }).catch(() => undefined);
    }
    assert.ok(seen > 0, 'some file was opened');
    assert.equal(ran, 0, 'a script ran');
  } finally {
    await browser.close();
  }
}

row(
  'G6',
  'names that reach elsewhere are cleaned; content lies under its hash',
  { small: 60, full: 60 },
  async () => {
    const to = await aDraft();
    for (const [n, name] of hostileNames.entries()) {
      const bytes = await aPdf({ text: `Giay so ${n}` });
      const { status, text } = await upload(to, { name, type: 'application/pdf', bytes });
      assert.ok(
        [303, 422].includes(status),
        `${JSON.stringify(name)} → ${status} ${words(text).slice(0, 200)}`,
      );
    }
    const outside = stored().filter(
      (name) => !/^[0-9a-f]{64}$/.test(path.parse(name).name) && !name.startsWith('.probe'),
    );
    assert.deepEqual(outside, [], 'a file lies under its given name');
    const kept = await ground.sql<{ name: string }>(
      'select name from dossiers.draft_file where draft_id = $1',
      [to.draft],
    );
    for (const { name } of kept) {
      assert.ok(
        !/[/\\:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\u200b]/.test(name),
        `kept as ${JSON.stringify(name)}`,
      );
      assert.ok(
        Buffer.byteLength(name) <= 255 && !name.startsWith('.') && name === name.normalize('NFC'),
        name,
      );
      assert.ok(!/^(con|nul|prn|aux)\./i.test(name), name);
    }
    await assertTrue({ database: ground.ownerUrl, journal: journal.file, files }, { I9: 2 });
  },
);

const ways = ['../', '..%2f', '%2e%2e%2f', '..%5c', '%252e%252e%252f', '....//', '%c0%ae%c0%ae/', '..%00/'];

row('S7', 'no path leads out of the addresses that give files', { small: 60, full: 60 }, async () => {
  const { draft, demand } = await aDraft();
  const bases = [
    '/tai-nguyen/',
    `/cua-toi/ho-so/H01.101.1-000000-0001/tep/`,
    `/cua-toi/ho-so/H01.101.1-000000-0001/giay/`,
    `/mot-cua/ho-so/H01.101.1-000000-0001/giay/1/trang/`,
    `/mot-cua/ho-so/H01.101.1-000000-0001/in/`,
    `/nop-ho-so/${draft}/giay-to/`,
    `/nop-ho-so/${draft}/giay-to/${demand}/`,
    '/thu-tuc/',
    '/su-kien/',
  ];
  const goals = [
    'etc/passwd',
    'package.json',
    'secrets/database.json',
    'postgres/root.secret',
    'src/main/web.ts',
  ];
  let asked = 0;
  for (const base of bases)
    for (const way of ways)
      for (const goal of goals)
        for (const depth of [1, 4, 12]) {
          const answer = await product.request('GET', `${base}${way.repeat(depth)}${goal}`, {
            cookie: visitor.cookie,
          });
          asked++;
          assert.ok(answer.status >= 300 && answer.status < 500, `${base}${way}${goal} → ${answer.status}`);
          assert.doesNotMatch(
            answer.text,
            /root:x:0|"dependencies"|composeWeb|[0-9a-f]{48}/,
            `${base}${way}${goal}`,
          );
        }
  assert.ok(asked > 1000);
});

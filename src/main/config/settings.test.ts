import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingDefinitions } from './definitions.ts';
import { place } from './placed.ts';
import { decideSettings, type Settings } from './settings.ts';
import { settingsAsMarkdown, settingsAsText } from './settings-as-text.ts';

const decide = (environment: Record<string, string>) => decideSettings(environment, '/srv/motcua');
const settingsOf = (environment: Record<string, string>): Settings => {
  const decision = decide(environment);
  assert.ok(decision.ok, decision.ok ? '' : decision.faults.join('\n'));
  return decision.settings;
};
const faultsOf = (environment: Record<string, string>): readonly string[] => {
  const decision = decide(environment);
  assert.equal(decision.ok, false, JSON.stringify(environment));
  return decision.ok ? [] : decision.faults;
};

test('without any setting everything has a value and stays on this machine', () => {
  const settings = settingsOf({});
  assert.equal(settings.host, '127.0.0.1');
  assert.equal(settings.dataDir, '/srv/motcua/.data');
  assert.equal(settings.demo, true);
  assert.equal(settings.port, undefined);
  assert.deepEqual(settings.metrics, { kind: 'off' });
});

test('empty texts count as not given', () => {
  assert.deepEqual(settingsOf({ PORT: '', DATABASE_URL: ' ', DEMO: '' }), settingsOf({}));
});

const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
  [{ PORT: '0' }, /^PORT must be a whole number from 1 to 65535, not "0"/],
  [{ PORT: '80a' }, /^PORT/],
  [{ PORT: '70000' }, /^PORT/],
  [{ HOST: 'a b' }, /^HOST must be a host name or an IP address/],
  [{ PUBLIC_URL: 'dichvucong.vn' }, /^PUBLIC_URL must be an address/],
  [{ PUBLIC_URL: 'https://a.vn/path' }, /^PUBLIC_URL must be an address .* without a path/],
  [{ PUBLIC_URL: 'ftp://a.vn' }, /^PUBLIC_URL/],
  [{ PUBLIC_URL: 'http://a.vn' }, /^PUBLIC_URL must begin with https:/],
  [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 lets other machines in, so PUBLIC_URL/],
  [{ DEMO: 'maybe' }, /^DEMO must be on or off, not "maybe"/],
  [{ DEMO: 'on', PUBLIC_URL: 'https://a.vn' }, /^DEMO cannot be on/],
  [{ DEMO: 'on', HOST: '::', PUBLIC_URL: 'http://localhost:3000' }, /^DEMO cannot be on/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be an address that begins with postgresql/],
  [{ SAMPLE: 'city' }, /^SAMPLE must be one of province, ministry, not/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of debug, info/],
  [{ METRICS: 'token' }, /^METRICS=token needs METRICS_TOKEN/],
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must be at least 16/],
  [{ WEB_POOL: '1' }, /^WEB_POOL/],
  [{ MAX_UPLOAD_MB: '-3' }, /^MAX_UPLOAD_MB/],
  [{ CODE_PATTERN: '{unit}-{n:4}' }, /^CODE_PATTERN must be a pattern/],
  [{ MAIL: 'http://mail' }, /^MAIL must be the word folder/],
  [{ MAIL_FROM: 'nobody' }, /^MAIL_FROM must be a sender/],
  [{ HELP_PHONE: 'call us' }, /^HELP_PHONE must be a telephone number/],
  [{ VNEID_ISSUER: 'https://v.vn' }, /^VNEID_ISSUER needs VNEID_CLIENT_SECRET/],
  [{ OFFICER_ISSUER: 'http://o.vn', OFFICER_CLIENT_SECRET: 's' }, /^OFFICER_ISSUER must begin with https/],
];
for (const [environment, sentence] of wrong) {
  test(`refused with a sentence: ${JSON.stringify(environment)}`, () => {
    const faults = faultsOf(environment);
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0] ?? '', sentence);
  });
}

test('all faults are told at once, and no secret is repeated', () => {
  const faults = faultsOf({
    PORT: 'x',
    DEMO: '?',
    DATABASE_URL: 'pg://u:hunter2@h',
    METRICS_TOKEN: 'hunter3',
  });
  assert.equal(faults.length, 4);
  assert.doesNotMatch(faults.join(), /hunter/);
});

test('the demo is on by itself only with the embedded database on this machine', () => {
  assert.equal(settingsOf({ DATABASE_URL: 'postgresql://x/y' }).demo, false);
  assert.equal(settingsOf({ DATABASE_URL: 'postgresql://x/y', DEMO: 'on' }).demo, true);
  assert.equal(settingsOf({ PUBLIC_URL: 'https://a.vn' }).demo, false);
  assert.equal(settingsOf({ HOST: '0.0.0.0', PUBLIC_URL: 'https://a.vn' }).demo, false);
  assert.equal(settingsOf({ HOST: 'localhost', PUBLIC_URL: 'http://127.0.0.1:8080' }).demo, true);
});

test('each process is told only what it needs', () => {
  const settings = settingsOf({
    DATABASE_URL: 'postgresql://owner:owner-secret@h/d',
    MAIL: 'smtp://u:mail-secret@m',
    METRICS_TOKEN: 'metrics-secret-0123',
    DEMO: 'on',
  });
  const secrets = {
    csrfKey: 'c'.repeat(64),
    vneidClientSecret: 'v'.repeat(20),
    officerClientSecret: 'o'.repeat(20),
    paymentSecret: 'p'.repeat(20),
    authoritySecret: 'a'.repeat(20),
    remoteSigningSecret: 'r'.repeat(20),
    keyPassphrase: 'k'.repeat(20),
  };
  const keys = {
    origin: 'localhost:3000/nhat-ky',
    verifier: 'log',
    retired: [],
    changes: [],
    witnesses: ['one', 'two'],
  };
  const ports = {
    web: 3000,
    vneid: 3001,
    officers: 3002,
    payment: 3003,
    authority: 3006,
    remoteSigner: 3009,
    wallet: 3007,
    witnesses: [3004, 3005],
  };
  const placed = place(settings, ports, secrets, keys);
  assert.deepEqual(placed.worker.log, {
    origin: keys.origin,
    verifier: 'log',
    retired: [],
    changes: [],
    witnesses: [
      { url: 'http://127.0.0.1:3004', verifier: 'one' },
      { url: 'http://127.0.0.1:3005', verifier: 'two' },
    ],
    least: 2,
  });
  assert.doesNotMatch(JSON.stringify(placed), /owner-secret/);
  assert.doesNotMatch(JSON.stringify(placed.web), /mail-secret/);
  assert.doesNotMatch(JSON.stringify(placed.worker), /metrics-secret|vvvv|oooo/);
  assert.doesNotMatch(JSON.stringify(placed.simulators), /mail-secret|metrics-secret/);
  assert.equal(placed.origin, 'http://localhost:3000');
  assert.deepEqual(placed.web.hosts, ['localhost', '127.0.0.1', '[::1]']);
  assert.equal(placed.web.vneid?.issuer, placed.simulators?.vneid.issuer);
});

test('every setting explains itself, and its own example is accepted', () => {
  for (const [name, { meaning, otherwise, example, read }] of Object.entries(settingDefinitions)) {
    assert.ok(meaning.endsWith('.') && otherwise !== '', name);
    assert.ok(read(example).ok, `${name}=${example}`);
  }
  const names = Object.keys(settingDefinitions);
  assert.ok(names.every((name) => settingsAsText(settingDefinitions).includes(`${name}\n`)));
  assert.ok(names.every((name) => settingsAsMarkdown(settingDefinitions).includes(`| \`${name}\` |`)));
});

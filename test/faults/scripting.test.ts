import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { DossierRef } from '#capabilities/dossiers';
import { addDraftFile, writeMessage, writeNote } from '#capabilities/dossiers';
import { launchBrowser } from '#test/chromium';
import { unitsOfHouse, type Visitor } from '#test/pages';
import { houseDrafts } from './support/house-drafts.ts';
import { payloads } from './support/payloads.ts';
import { row } from './support/row.ts';
import { chance, full } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';
import { code } from './support/workload.ts';

const { house } = await aWholeHouse();
const browser = await launchBrowser();
after(() => browser.close());

const counter: Visitor = 'officer:one-stop-officer@centreA';
const specialist: Visitor = 'officer:specialist@committeeA';

/** A dossier in which every text that anybody can write is a payload. */
async function poisoned(next: () => string): Promise<DossierRef & { code: string; draft: string }> {
  const filed = await house.aDossier({ by: 'citizen1', code: '1.001193', answers: {} });
  await house.db.sql(
    `update dossiers.dossier set owner_name = $2, procedure_name = $3,
       applicant = applicant || jsonb_build_object('name', $2::text, 'address', $4::text) where id = $1`,
    [filed.id, next(), next(), next()],
  );
  await house.db.sql('update dossiers.work set owner_name = $2, procedure_name = $3 where dossier_id = $1', [
    filed.id,
    next(),
    next(),
  ]);
  await house.db.sql('update dossiers.document set file_name = $2, title = $3 where dossier_id = $1', [
    filed.id,
    `${next()}.pdf`,
    next(),
  ]);
  const words = next();
  await house.db.sql(
    `update dossiers.form set words = (select jsonb_agg(w || jsonb_build_object('answer', $2::text, 'question', $2::text)) from jsonb_array_elements(words) w)
     where dossier_id = $1 and jsonb_typeof(words) = 'array'`,
    [filed.id, words],
  );
  const unit = unitsOfHouse.centreA;
  const noted = await writeNote(await house.ctx(counter), filed, unit, next());
  const written = await writeMessage(await house.ctx('citizen1'), filed, null, next(), []);
  assert.ok(noted.ok && written.ok);
  await house.act(filed, 'accept', {}, counter);
  const papers = [{ demand: 'x', title: next(), reason: next() }];
  await house.act(filed, 'ask-supplement', { papers, reason: next(), days: 5 }, specialist);
  const { drafts } = await houseDrafts(house, code, 1);
  const draft = drafts[0]?.id ?? '';
  await addDraftFile(await house.ctx('citizen1'), draft, 'x', {
    sha256: 'a'.repeat(64),
    name: next(),
    size: 10,
    kind: 'pdf',
  });
  await house.db.sql(
    `update dossiers.draft set answers = (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' then to_jsonb($2::text) else value end) from jsonb_each(answers)),
       typed = jsonb_build_object('x', jsonb_build_object('x', $2::text)) where id = $1`,
    [draft, next()],
  );
  return { ...filed, draft };
}

/** Every page that shows some of it, and who looks. */
const pagesOf = (
  dossier: { code: string; draft: string },
  payload: string,
): readonly (readonly [Visitor, string])[] => {
  const here = encodeURIComponent(dossier.code);
  const q = encodeURIComponent(payload);
  return [
    [counter, '/mot-cua'],
    [counter, '/mot-cua/viec/cho-tiep-nhan'],
    [specialist, '/mot-cua/viec/cho-bo-sung'],
    [specialist, `/mot-cua/ho-so/${here}`],
    [counter, `/mot-cua/tim?q=${q}`],
    ['citizen1', '/cua-toi'],
    ['citizen1', `/cua-toi/ho-so/${here}`],
    ['citizen1', `/cua-toi/ho-so/${here}/noi-dung`],
    ['citizen1', `/cua-toi/ho-so/${here}/tin-nhan`],
    ['citizen1', `/cua-toi/ho-so/${here}/bo-sung`],
    ['citizen1', `/nop-ho-so/${dossier.draft}`],
    ['citizen1', `/nop-ho-so/${dossier.draft}/kiem-tra`],
    ['citizen1', `/nop-ho-so/${dossier.draft}/giay-to`],
    ['citizen1', `/thu-tuc?q=${q}`],
    ['citizen1', `/tra-cuu?ma=${q}`],
    ['citizen1', `/dang-nhap?ve=${q}`],
    ['citizen1', `/${q}`],
  ];
};

row(
  'H8',
  'payloads in names, labels, notes, file names and addresses: inert in Chromium',
  { small: 120, full: 1800 },
  async () => {
    const luck = chance('H8');
    const origin = await house.listen();
    const order = luck.shuffle(payloads);
    let at = 0;
    const next = (): string => (order[at++ % order.length] ?? '').replaceAll('\u0000', '');
    const rounds = full ? Math.ceil(payloads.length / 12) : 2;
    let seen = 0;
    for (let i = 0; i < rounds; i++) {
      const dossier = await poisoned(next);
      for (const [who, url] of pagesOf(dossier, next())) seen += await looks(origin, who, url);
    }
    assert.ok(seen >= rounds * 8, `${seen} pages held a payload`);
  },
);

/** Opens a page as somebody. @returns 1 when a payload stood in it. */
async function looks(origin: string, who: Visitor, url: string): Promise<number> {
  const context = await browser.newContext({
    extraHTTPHeaders: { cookie: `__Host-mc=${await house.cookieOf(who)}` },
  });
  try {
    const page = await context.newPage();
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        foreign.push(request.url());
    });
    const answer = await page.goto(`${origin}${url}`, { waitUntil: 'load', timeout: 15_000 });
    const text = (await answer?.text()) ?? '';
    const found = await page.evaluate(() => ({
      ran: (window as unknown as { ran?: number }).ran ?? 0,
      scripts: document.querySelectorAll(
        'script:not([src]), iframe, object, embed, base, svg[onload], meta[http-equiv]',
      ).length,
      // A title or a field that says `javascript:` is text; an address that does is not.
      handlers: [...document.querySelectorAll('*')].flatMap((each) =>
        [...each.attributes]
          .filter(
            ({ name, value }) =>
              name.startsWith('on') ||
              (/^(?:xlink:)?(?:href|src|action|formaction|data|poster|cite|background|srcset|ping)$/i.test(
                name,
              ) &&
                /^[\s\u0000-\u001f]*javascript:/i.test(value)),
          )
          .map(({ name, value }) => `${each.localName}[${name}=${value.slice(0, 40)}]`),
      ),
    }));
    const where = `${url} as ${who}`;
    assert.deepEqual(found, { ran: 0, scripts: 0, handlers: [] }, where);
    assert.equal(dialogs, 0, where);
    assert.deepEqual(foreign, [], where);
    const csp = answer?.headers()['content-security-policy'] ?? '';
    assert.match(csp, /require-trusted-types-for 'script'/, where);
    assert.doesNotMatch(csp, /unsafe-inline/, where);
    return /window\.top\.ran|WINDOW\.TOP/i.test(text) || text.includes('evil.example') ? 1 : 0;
  } finally {
    await context.close();
  }
}

import assert from 'node:assert/strict';
import type { buildServer } from '#platform/http';
import { type FormOnPage, formsOn } from './forms-on.ts';

type App = Awaited<ReturnType<typeof buildServer>>;
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Page {
  readonly status: number;
  /** Where the browser ended up after redirects. */
  readonly url: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A browser without script: it knows links, forms, cookies and redirects, and nothing else. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Same cookies, another window. */
  twin(): Visitor {
    const twin = new Visitor(this.#app);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    return twin;
  }

  get(url: string): Promise<Page> {
    return this.#go('GET', url);
  }

  /** Fills the form of a page and presses a button; only fields that stand on the page are sent. */
  async send(page: Page, fields: Fields = {}, button: Fields = {}, at = 0): Promise<Page> {
    const form = formsOn(page.html).filter((each) => each.method === 'post')[at];
    assert.ok(form, `There is no form on ${page.url}`);
    return this.sendForm(page, form, fields, button);
  }

  sendForm(page: Page, form: FormOnPage, fields: Fields = {}, button: Fields = {}): Promise<Page> {
    for (const name of Object.keys(fields))
      assert.ok(form.names.has(name), `${page.url} has no field ${name}`);
    const sent = new URLSearchParams();
    for (const [name, value] of [...Object.entries({ ...form.values, ...fields }), ...Object.entries(button)])
      for (const text of typeof value === 'string' ? [value] : (value ?? [])) sent.append(name, text);
    return this.#go('POST', form.action, sent.toString(), 'application/x-www-form-urlencoded');
  }

  post(url: string, fields: Record<string, string>): Promise<Page> {
    return this.#go('POST', url, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  }

  /** Uploads through the multipart form of a page. */
  upload(page: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<Page> {
    const form = formsOn(page.html).find((each) => each.multipart);
    assert.ok(form, `There is no upload on ${page.url}`);
    const edge = 'x'.repeat(20);
    const parts = files.map(({ name, bytes }) =>
      Buffer.concat([
        Buffer.from(
          `--${edge}\r\ncontent-disposition: form-data; name="tep"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
    );
    const body = Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]);
    return this.#go('POST', form.action, body, `multipart/form-data; boundary=${edge}`);
  }

  async #go(
    method: 'GET' | 'POST',
    url: string,
    body?: string | Buffer,
    type?: string,
    hops = 0,
  ): Promise<Page> {
    assert.ok(hops < 8, `Redirects without end at ${url}`);
    const answer = await this.#app.inject({
      method,
      url: url.split('#')[0] ?? url,
      headers: {
        host: 'localhost',
        ...(type ? { 'content-type': type } : {}),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const cookie of answer.cookies) this.cookies.set(cookie.name, cookie.value);
    const to = answer.headers.location;
    if (to !== undefined && to.startsWith('/nop-ho-so')) {
      const next = await this.#go('GET', to, undefined, undefined, hops + 1);
      return { ...next, url: to.includes('#') && !next.url.includes('#') ? to : next.url };
    }
    return { status: answer.statusCode, url: to ?? url, html: answer.body, headers: answer.headers };
  }
}

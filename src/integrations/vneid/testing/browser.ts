/** As much of a browser as a sign-in needs: cookies by host, redirects by hand, forms by their fields. */
export class TinyBrowser {
  readonly #jar = new Map<string, Map<string, string>>();

  async go(url: string, form?: Record<string, string>): Promise<Response> {
    const { hostname } = new URL(url);
    const cookies = this.#jar.get(hostname) ?? new Map<string, string>();
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    this.#jar.set(hostname, cookies);
    return response;
  }

  /** Follows redirects until a page stands or the next address begins with `until`. */
  async follow(
    url: string,
    until: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; response: Response }> {
    let response = await this.go(url, form);
    let at = url;
    for (let hop = 0; hop < 10 && response.status >= 300 && response.status < 400; hop++) {
      at = new URL(response.headers.get('location') ?? '', at).href;
      if (at.startsWith(until)) break;
      response = await this.go(at);
    }
    return { url: at, response };
  }

  cookieNames(hostname: string): readonly string[] {
    return [...(this.#jar.get(hostname)?.keys() ?? [])];
  }
}

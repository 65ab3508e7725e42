/** A form as a browser without script sees it. */
export interface FormOnPage {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  /** Names of all controls save buttons. */
  readonly names: ReadonlySet<string>;
  /** What would be sent if nothing were touched. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
export const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** Forms of the page itself; signing out stands in the frame of every page. */
export function formsOn(html: string): readonly FormOnPage[] {
  const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => {
    const names = new Set<string>();
    const values: Record<string, string[]> = {};
    const put = (name: string | undefined, value: string | undefined) => {
      if (name === undefined) return;
      names.add(name);
      if (value !== undefined) (values[name] ??= []).push(value);
    };
    for (const [input] of inside.matchAll(/<input[^>]*>/g)) {
      const type = attribute(input, 'type');
      const chosen = (type !== 'radio' && type !== 'checkbox') || /\schecked(?=[\s>])/.test(input);
      if (type !== 'file')
        put(attribute(input, 'name'), chosen ? (attribute(input, 'value') ?? '') : undefined);
    }
    for (const [, head = '', options = ''] of inside.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
      const selected = /<option[^>]*\sselected(?=[\s>])[^>]*>/.exec(options)?.[0];
      put(attribute(head, 'name'), selected ? attribute(selected, 'value') : '');
    }
    for (const [, head = '', text = ''] of inside.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g))
      put(attribute(head, 'name'), plain(text));
    return {
      action: attribute(tag, 'action') ?? '',
      method: attribute(tag, 'method') ?? 'get',
      multipart: attribute(tag, 'enctype') === 'multipart/form-data',
      names,
      values,
    };
  });
  return forms.filter((form) => form.action.startsWith('/nop-ho-so'));
}

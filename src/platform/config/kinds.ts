/** What became of a text: its value, or the end of the sentence "NAME … " that says how to mend it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mend: string };

/** One setting as data: the reference page, the help and the check are made of it. */
export interface Setting<T> {
  readonly meaning: string;
  /** What holds when it is not given, in words. */
  readonly otherwise: string;
  readonly example: string;
  /** Its value is never printed. */
  readonly secret?: boolean;
  readonly read: (text: string) => Reading<T>;
}

/** Keeps the type of what `read` gives. */
export const setting = <T>(definition: Setting<T>): Setting<T> => definition;

const value = <T>(read: T): Reading<T> => ({ ok: true, value: read });
const mend = <T>(sentence: string): Reading<T> => ({ ok: false, mend: sentence });

export const settingText = (text: string): Reading<string> => value(text);

export const wholeNumber =
  (from: number, to: number) =>
  (text: string): Reading<number> => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= from && number <= to
      ? value(number)
      : mend(`must be a whole number from ${from} to ${to}`);
  };

export const oneOf =
  <const T extends string>(...choices: readonly T[]) =>
  (text: string): Reading<T> => {
    const found = choices.find((choice) => choice === text.toLowerCase());
    return found === undefined ? mend(`must be one of ${choices.join(', ')}`) : value(found);
  };

const yes = new Set(['1', 'on', 'yes', 'true']);
const no = new Set(['0', 'off', 'no', 'false']);
export const yesOrNo = (text: string): Reading<boolean> => {
  const word = text.toLowerCase();
  if (yes.has(word)) return value(true);
  return no.has(word) ? value(false) : mend('must be on or off');
};

/** @param sentence what the text must be, after "must be". */
export const matching =
  (check: RegExp | ((text: string) => boolean), sentence: string) =>
  (text: string): Reading<string> =>
    (check instanceof RegExp ? check.test(text) : check(text)) ? value(text) : mend(`must be ${sentence}`);

/** An http or https address of a whole site: no path, no query, no name and password. */
export const httpAddress = (text: string): Reading<URL> => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
    ? value(url)
    : mend('must be an address such as https://dichvucong.example.vn, without a path behind the name');
};

import type { Setting } from './kinds.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

type Settings = Readonly<Record<string, Setting<unknown>>>;
export type ValuesOf<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T | undefined : never;
};

/**
 * The one place where the environment of the process is read. Empty texts count as not given. All faults are told
 * at once, one sentence each; what the values mean together is decided elsewhere.
 */
export function readEnvironment<S extends Settings>(
  settings: S,
  environment: Environment = process.env,
): { readonly values: ValuesOf<S>; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { read, secret, example }] of Object.entries(settings)) {
    const text = environment[name]?.trim() ?? '';
    if (text === '') continue;
    const reading = read(text);
    if (reading.ok) values[name] = reading.value;
    else
      faults.push(`${name} ${reading.mend}${secret ? '' : `, not "${text}"`}. Example: ${name}=${example}`);
  }
  return { values: values as ValuesOf<S>, faults };
}

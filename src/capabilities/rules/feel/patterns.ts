import { RE2JS } from 're2js';
import { limits } from './limits.ts';

/** Patterns run in linear time: those of administrators never meet the engine of the language, which may backtrack for years. */
const compiled = new Map<string, RE2JS | null>();

function patternOf(pattern: unknown, flags: unknown): RE2JS | null {
  if (typeof pattern !== 'string' || pattern.length > limits.pattern) return null;
  if (typeof flags === 'string' && !/^[ims]*$/.test(flags)) return null;
  const key = `${typeof flags === 'string' ? flags : ''}/${pattern}`;
  const found = compiled.get(key);
  if (found !== undefined) return found;
  if (compiled.size > 500) compiled.clear();
  const made = build(pattern, typeof flags === 'string' ? flags : '');
  compiled.set(key, made);
  return made;
}

function build(pattern: string, flags: string): RE2JS | null {
  const bits: Readonly<Record<string, number>> = {
    i: RE2JS.CASE_INSENSITIVE,
    m: RE2JS.MULTILINE,
    s: RE2JS.DOTALL,
  };
  try {
    return RE2JS.compile(
      pattern,
      [...flags].reduce((sum, flag) => sum | (bits[flag] ?? 0), 0),
    );
  } catch {
    return null;
  }
}

export const isPattern = (pattern: string, flags = ''): boolean => patternOf(pattern, flags) !== null;

function matches(input: unknown, pattern: unknown, flags?: unknown): boolean | null {
  const re = patternOf(pattern, flags);
  return re && typeof input === 'string' ? re.matcher(input).find() : null;
}

function replace(input: unknown, pattern: unknown, replacement: unknown, flags?: unknown): string | null {
  const re = patternOf(pattern, flags);
  if (!re || typeof input !== 'string' || typeof replacement !== 'string') return null;
  const matcher = re.matcher(input);
  let result = '';
  let from = 0;
  while (matcher.find()) {
    result += input.slice(from, matcher.start()) + filled(replacement, matcher);
    from = matcher.end();
  }
  return result + input.slice(from);
}

/** `$0` is the whole match, `$1` its first group, `\\$` a dollar. */
const filled = (
  replacement: string,
  matcher: { group(index: number): string | null; groupCount(): number },
) =>
  replacement.replace(
    /\\([\\$])|\$(\d)/g,
    (_whole, escaped: string | undefined, digit: string) =>
      escaped ?? (Number(digit) <= matcher.groupCount() ? (matcher.group(Number(digit)) ?? '') : ''),
  );

function split(input: unknown, delimiter: unknown): string[] | null {
  const re = patternOf(delimiter, '');
  if (!re || typeof input !== 'string') return null;
  // The engine's own split drops empty ends; FEEL keeps them.
  const matcher = re.matcher(input);
  const parts: string[] = [];
  let from = 0;
  while (matcher.find()) {
    if (matcher.end() === matcher.start()) continue;
    parts.push(input.slice(from, matcher.start()));
    from = matcher.end();
  }
  return [...parts, input.slice(from)];
}

/** Take the place of FEEL's own three; `$args` tells the interpreter the names of their parameters. */
export const patternFunctions = {
  matches: Object.assign(matches, { $args: ['input', 'pattern', 'flags'] }),
  replace: Object.assign(replace, { $args: ['input', 'pattern', 'replacement', 'flags'] }),
  split: Object.assign(split, { $args: ['string', 'delimiter'] }),
};

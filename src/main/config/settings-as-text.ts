import type { Setting } from '#platform/config';

type Definitions = Readonly<Record<string, Setting<unknown>>>;

/** For the terminal. */
export const settingsAsText = (definitions: Definitions): string =>
  Object.entries(definitions)
    .map(
      ([name, { meaning, otherwise, example }]) =>
        `${name}\n  ${meaning}\n  Not given: ${otherwise}\n  Example: ${name}=${example}`,
    )
    .join('\n\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** For `docs/reference/settings.md`: the table below the heading. */
export const settingsAsMarkdown = (definitions: Definitions): string =>
  [
    '# Settings',
    '',
    'Settings come from the environment. All faults are told at once, one sentence each, before anything starts. How they work together is told in [docs/operating/settings.md](../operating/settings.md).',
    '',
    '| Name | Meaning | Not given | Example |',
    '|---|---|---|---|',
    ...Object.entries(definitions).map(
      ([name, { meaning, otherwise, example, secret }]) =>
        `| \`${name}\` | ${cell(meaning)}${secret ? ' Its value is never printed.' : ''} | ${cell(otherwise)} | \`${example}\` |`,
    ),
    '',
  ].join('\n');

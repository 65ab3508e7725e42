import { Html } from '#platform/html';

/** One look of a component, the single source for the gallery, the tests and the accessibility run. */
export interface Example {
  readonly name: string;
  /** Renders; `change` rewrites every string in the props first (tests push hostile text through it). */
  readonly render: (change?: (text: string) => string) => Html;
}

export interface ExampleSet {
  readonly component: string;
  /** A whole page (frame or document): shown on a page of its own, for a page has one banner and one main. */
  readonly wholePage: boolean;
  readonly examples: readonly Example[];
}

/** Props that hold one of a closed set of words, never text of a person. */
const closedSets = new Set([
  'kind',
  'tone',
  'state',
  'icon',
  'locale',
  'width',
  'type',
  'inputMode',
  'capture',
  'theme',
]);

function rewrite(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (value instanceof Html || typeof value === 'function') return value;
  if (Array.isArray(value)) return value.map((item) => rewrite(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, closedSets.has(key) ? item : rewrite(item, change)]),
  );
}

/** Binds a component to its examples; the props are checked by the component's own type. */
export function examplesOf<Props>(
  component: string,
  render: (props: Props) => Html,
  cases: Record<string, Props>,
  options: { readonly wholePage?: boolean } = {},
): ExampleSet {
  const examples = Object.entries(cases).map(([name, props]) => ({
    name,
    render: (change?: (text: string) => string) => render(change ? (rewrite(props, change) as Props) : props),
  }));
  return { component, wholePage: options.wholePage ?? false, examples };
}

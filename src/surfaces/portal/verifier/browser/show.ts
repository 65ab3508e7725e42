import type { Check, Fact, Tone, Verdict } from './verdict.ts';
import { say, type Words } from './words.ts';

type Child = Node | string;

/** An element; text is only ever text. */
export function element(name: string, classes: string, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

/** Vietnamese, and English below it. */
const both = ({ vi, en }: Words): Node[] => {
  const english = element('span', 'kt-en', en);
  english.lang = 'en';
  return vi === en
    ? [document.createTextNode(vi)]
    : [document.createTextNode(vi), document.createTextNode(' '), english];
};

const looks: Readonly<Record<Tone, { readonly verdict: string; readonly icon: string }>> = {
  good: { verdict: 'jade', icon: 'check' },
  careful: { verdict: 'amber', icon: 'info' },
  bad: { verdict: 'red', icon: 'error' },
  aside: { verdict: 'grey', icon: 'file' },
};
const icons: Readonly<Record<Check['is'], string>> = { good: 'check', open: 'info', bad: 'error' };

/** Drawings stand in the page as templates, made by the same hand as everywhere. */
function drawing(name: string): Node {
  const template = document.querySelector<HTMLTemplateElement>(`#hinh-${name}`);
  return template ? template.content.cloneNode(true) : document.createTextNode('');
}

function factRow({ label, value, more }: Fact): HTMLElement {
  const told = element('dd', '', ...(typeof value === 'string' ? [value] : both(value)));
  if (more) told.append(element('p', 'kt-more', ...both(more)));
  return element('div', '', element('dt', '', ...both(label)), told);
}

/** One answer, with the word for its drawing: a drawing alone says nothing to who cannot see it. */
function checkRow({ is, what, why, ask }: Check): HTMLElement {
  const said = {
    good: say('Đúng', 'Holds'),
    open: say('Chưa biết', 'Not known'),
    bad: say('Sai', 'Does not hold'),
  };
  const words = element('div', '', element('span', 'mc-hidden', `${said[is].vi}: `), ...both(what));
  if (why) words.append(element('p', 'kt-why', ...both(why)));
  if (ask !== undefined) words.append(element('p', 'kt-why', link(ask)));
  const row = element('li', '', drawing(icons[is]), words);
  row.dataset['is'] = is;
  return row;
}

function link(address: string): HTMLElement {
  const made = document.createElement('a');
  made.href = address;
  made.rel = 'noreferrer';
  made.textContent = address;
  return made;
}

/** The card of one file. */
export function card(name: string, { tone, title, checks, facts, raw }: Verdict): HTMLElement {
  const { verdict, icon } = looks[tone];
  const words = element('div', 'mc-stack', element('h3', '', ...both(title)));
  words.append(element('p', 'kt-file', drawing('file'), element('span', '', name)));
  const made = element(
    'li',
    'kt-card',
    element('div', `mc-verdict mc-verdict--${verdict}`, drawing(icon), words),
  );
  made.dataset['tone'] = tone;
  made.append(element('ul', 'kt-checks', ...checks.map(checkRow)));
  if (facts.length > 0) made.append(element('dl', 'mc-facts', ...facts.map(factRow)));
  if (raw !== undefined) {
    const text = element('pre', '', element('code', '', raw));
    text.tabIndex = 0;
    const summary = element('summary', '', ...both(say('Nội dung đã ghi', 'What was written')));
    made.append(element('details', 'kt-raw', summary, text));
  }
  return made;
}

import { attributes, type Html, html } from '#platform/html';
import { exampleSets } from './examples.ts';

const idOf = (component: string): string => `c-${component}`;

/** The body of the gallery: every example of every component, each under its name. */
export function gallerySections(): Html {
  const sets = exampleSets.filter((set) => !set.wholePage);
  return html`<div class="mc-gallery"><h1>Bộ thành phần</h1><ul class="mc-row mc-gallery-index">${sets.map(
    ({ component }) => html`<li><a${attributes({ href: `#${idOf(component)}` })}>${component}</a></li>`,
  )}</ul>${sets.map(
    (set) =>
      html`<section class="mc-stack"${attributes({ id: idOf(set.component), 'aria-labelledby': `${idOf(set.component)}-name` })}><h2${attributes(
        { id: `${idOf(set.component)}-name` },
      )}>${set.component}</h2>${set.examples.map(
        (example) =>
          html`<h3 class="mc-gallery-name">${example.name}</h3><div class="mc-gallery-example">${example.render()}</div>`,
      )}</section>`,
  )}</div>`;
}

/** Whole pages (frames), each to be shown alone. */
export const galleryPages = (): { readonly name: string; readonly page: Html }[] =>
  exampleSets
    .filter((set) => set.wholePage)
    .flatMap((set) =>
      set.examples.map((example) => ({ name: `${set.component}: ${example.name}`, page: example.render() })),
    );

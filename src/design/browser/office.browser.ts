/** Courtesies of the office: keys, their map, who else is here. */
import { checkLines } from './check-line.ts';
import { keyMap } from './key-map.ts';
import { all } from './page.ts';
import { presence } from './presence.ts';
import { shortcuts, showSwitch } from './shortcuts.ts';

showSwitch();
const button = document.querySelector<HTMLElement>('[data-key-map]');
shortcuts(button ? keyMap(button) : () => {});
checkLines();
for (const element of all<HTMLElement>('[data-presence-url]')) presence(element);

import type Modeler from 'bpmn-js/lib/Modeler.js';

interface Thing {
  readonly businessObject: { readonly $type: string; get(name: string): unknown };
}
interface Selected {
  readonly newSelection: readonly Thing[];
}
type Control = HTMLInputElement | HTMLSelectElement;

/** Fields of the chosen task or flow, beside the diagram; they stand in the page and are shown for what is chosen. */
export function panel(modeler: Modeler): void {
  const modeling = modeler.get<{ updateProperties(thing: Thing, properties: object): void }>('modeling');
  const moddle = modeler.get<{ create(type: string, properties: object): object }>('moddle');
  let chosen: Thing | undefined;

  const groups = [...document.querySelectorAll<HTMLElement>('[data-of]')];
  const controls = [...document.querySelectorAll<Control>('[data-field] :is(input, select)')];
  const propertyOf = (control: Control) =>
    control.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '';
  const value = (thing: Thing, name: string): string => {
    const held = thing.businessObject.get(name);
    if (typeof held === 'string') return held;
    return (held as { readonly body?: string } | undefined)?.body ?? '';
  };

  modeler.on('selection.changed', ({ newSelection }: Selected) => {
    chosen = newSelection.length === 1 ? newSelection[0] : undefined;
    for (const group of groups) group.hidden = group.dataset['of'] !== chosen?.businessObject.$type;
    for (const control of controls) if (chosen) control.value = value(chosen, propertyOf(control));
  });

  for (const control of controls)
    control.addEventListener('change', () => {
      const name = propertyOf(control);
      if (!chosen || name === '') return;
      const typed = control.value.trim();
      const expression =
        typed === '' ? undefined : moddle.create('bpmn:FormalExpression', { body: typed, language: 'feel' });
      modeling.updateProperties(chosen, {
        [name]: name === 'conditionExpression' ? expression : typed === '' ? undefined : typed,
      });
    });
}

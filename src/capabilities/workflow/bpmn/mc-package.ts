/** Namespace of what we say on BPMN elements beyond the standard. */
export const mcNamespace = 'https://motcua.vn/bpmn/1.0';

const attribute = (name: string) => ({ name, isAttr: true, type: 'String' });

/**
 * Our attributes as a moddle package: given to the reader here and to the diagram editor in the browser, so that both
 * read and write `mc:role` whatever prefix a file has chosen.
 */
export const mcPackage = {
  name: 'MotCua',
  prefix: 'mc',
  uri: mcNamespace,
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Named', extends: ['bpmn:FlowNode', 'bpmn:Process'], properties: [attribute('nameEn')] },
    {
      name: 'Work',
      extends: ['bpmn:Activity'],
      properties: ['role', 'place', 'unit', 'does', 'budget', 'service', 'procedure', 'papers', 'list'].map(
        attribute,
      ),
    },
    {
      name: 'Timed',
      extends: ['bpmn:Event', 'bpmn:TimerEventDefinition'],
      properties: [attribute('working')],
    },
  ],
};

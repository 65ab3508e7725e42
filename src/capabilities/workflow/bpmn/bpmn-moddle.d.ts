/** What we use of bpmn-moddle, which ships types for its metamodel only. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs: Record<string, unknown>;
    /** Present on elements of namespaces that have no package. */
    readonly $children?: readonly ModdleElement[];
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ readonly xml: string }>;
    create(type: string, properties?: Record<string, unknown>): ModdleElement;
  }
}

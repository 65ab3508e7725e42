/** The part of the library that we use; it ships no types. */
declare module 'dmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { message: string }[] }>;
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

/** The part of the library that we use; it ships no types. */
declare module 'dmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { message: string }[] }>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

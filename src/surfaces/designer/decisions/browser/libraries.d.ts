/** The package ships no types. */
declare module 'dmn-js/lib/Modeler.js' {
  export interface View {
    readonly id: string;
    readonly name?: string;
    readonly type: string;
  }
  export default class Modeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ warnings: readonly unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
    getViews(): readonly View[];
    getActiveView(): View | undefined;
    open(view: View): Promise<unknown>;
    on(event: string, listener: () => void): void;
  }
}

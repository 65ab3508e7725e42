/** Style sheets of a library; the bundler takes them along. */
declare module '*.css';

/** The package says of itself that it is CommonJS, though its files are not: the bundler reads them rightly, the types do not. */
declare module 'bpmn-js/lib/Modeler.js' {
  export default class Modeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ warnings: readonly unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
    on<E>(event: string, listener: (event: E) => void): void;
    get<S>(service: string): S;
  }
}

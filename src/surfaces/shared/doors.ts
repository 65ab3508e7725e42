import type { Readable } from 'node:stream';
import type { Calendars } from '#capabilities/calendar';
import type { Catalogue } from '#capabilities/catalogue';
import type { Credentials } from '#capabilities/credentials';
import type { DossierServices, StoredFile } from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { MessageShelf } from '#capabilities/messages';
import type { Units } from '#capabilities/organisations';
import type { PaperShelf } from '#capabilities/papers';
import type { PaymentServices } from '#capabilities/payments';
import type { Signing } from '#capabilities/signing';
import type { Outcome } from '#kernel/outcome';
import type { Html } from '#platform/html';
import type { PostedFile } from '#platform/http';

/** A ministry has departments instead of communes, and no territory. */
export type PlaceKind = 'province' | 'ministry';

/** What an instance says of itself on its pages. */
export interface Place {
  readonly kind: PlaceKind;
  /** `Tỉnh An Giang`, `Bộ Nông nghiệp và Môi trường`. */
  readonly name: string;
  /** Where its papers are signed: `An Giang`, `Hà Nội`. */
  readonly seat: string;
  /** Origin for links in papers and QR codes, without a slash at the end. */
  readonly publicUrl: string;
  readonly helpPhone: string;
  readonly demo: boolean;
  /** Bytes one uploaded file may have. */
  readonly maxUpload: number;
}

/** Uploaded content: judged, stored under its hash, and shown as drawn pages only. */
export interface FileDoor {
  /** Types taken and the largest size, in words for the rule shown beforehand. */
  readonly rule: { readonly vi: string; readonly en: string };
  /** Reads one posted file to its end; a refusal says what to do (`file.empty`, `file.disguised`, `file.too-large` …). */
  accept(file: PostedFile): Promise<Outcome<StoredFile>>;
  /** Keeps a paper that was signed here, as it is. */
  keep(bytes: Uint8Array): Promise<Outcome<{ readonly sha256: string; readonly size: number }>>;
  open(sha256: string): Promise<Readable | undefined>;
  pages(sha256: string, kind: string): Promise<number>;
  /** A page as PNG, drawn by a limited child process. `page` counts from 1. */
  draw(sha256: string, kind: string, page: number, width: number): Promise<Outcome<Uint8Array>>;
  /** A page of a PDF that was made here and is kept nowhere, by the same child; with the count of its pages. */
  drawMade(
    pdf: Uint8Array,
    page: number,
    width: number,
  ): Promise<Outcome<{ readonly png: Uint8Array; readonly pages: number }>>;
  /** `Content-Disposition: attachment` with a cleaned name (RFC 6266). */
  disposition(name: string): string;
}

/** A big script with its style, for the one page that needs it. */
export type IslandName = 'so-do' | 'quyet-dinh';
export interface Islands {
  /** Made when it is first asked for. */
  find(name: IslandName, kind: 'js' | 'css'): Promise<Uint8Array>;
  /** Differs from one start of the product to the next: an address with it may be kept. */
  readonly stamp: string;
}

/** The page of the verifier, and what is written into it: whom it believes. */
export interface VerifierPage {
  readonly title: Html;
  readonly body: Html;
  readonly given: unknown;
}
/** The one file that judges papers without a network; its script is made when it is first asked for. */
export type MakeVerifier = (page: VerifierPage) => Promise<string>;

/** Scripts that give the server's verdict on a page of questions before it is sent. */
export interface PageChecks {
  /** Of a page of a published version; undefined while it is being made, and where it would be too heavy. */
  find(
    definition: ProcedureDefinition,
    page: string,
  ): { readonly src: string; readonly needs: readonly string[] } | undefined;
  /** Makes those of all pages, when a version was published; never fails. */
  prepare(published: ProcedureDefinition | Promise<ProcedureDefinition>): Promise<void>;
}

/** The public log as everybody may know it. */
export interface PublicLog {
  /** Its address without scheme, the first line of its checkpoints. */
  readonly origin: string;
  readonly verifier: string;
  /** The key of before, while it signs too. */
  readonly before?: string;
  /** Keys that sign no more, with the length up to which they did. */
  readonly retired?: readonly { readonly key: string; readonly until: number }[];
  /** Signed notes of all changes of the key. */
  readonly changes?: readonly string[];
  readonly witnesses: readonly { readonly verifier: string }[];
  /** So many of them must have signed before a proof is given out. */
  readonly least: number;
  /** How long a paper that was just given out waits to become a leaf; not at all when silent. */
  readonly patienceMs?: number;
}

/** Whose signatures are believed. */
export interface Trust {
  /** DER of the certificates at the top of their chains. */
  readonly roots: readonly Uint8Array[];
}

/** The doors that pages go through; made once in `main/compose.ts` and handed to every surface. */
export interface Doors {
  readonly place: Place;
  readonly services: DossierServices;
  readonly payments: PaymentServices;
  readonly log: PublicLog;
  /** Without it no signature of a posted file is believed. */
  readonly trust?: Trust;
  /** Signatures of officers and agencies; without it results are drawn when they are asked for, and nobody signs. */
  readonly signing?: Signing;
  /** Results as credentials in wallets; where nobody signs, nobody issues them. */
  readonly credentials?: Credentials;
  /** The simulated wallet of DEMO, as links to it begin. */
  readonly demoWallet?: string;
  readonly units: Units;
  readonly calendars: Calendars;
  readonly catalogue: Catalogue;
  readonly papers: PaperShelf;
  /** What people are told at each moment, in the common words. */
  readonly messages: MessageShelf;
  readonly files: FileDoor;
  /** Address of a style sheet or script by its plain name: `citizen.css`, `office.css`, `enhance.js`, `office.js`, `designer.js`. */
  readonly asset: (name: string) => string;
  readonly islands: Islands;
  readonly makeVerifier: MakeVerifier;
  readonly pageChecks: PageChecks;
}

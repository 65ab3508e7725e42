import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Permission } from '#kernel/actor';
import type { Ctx } from '#platform/context';
import type { Html } from '#platform/html';
import type { Session } from '#platform/sessions';

/** A file of a multipart form, read once as a stream. */
export interface PostedFile {
  readonly field: string;
  readonly name: string;
  readonly declaredType: string;
  readonly stream: Readable;
}

/** A body as it came over the line: nothing is read into it before its receiver has. */
export interface RawBody {
  readonly contentType: string;
  readonly contentEncoding: string;
  /** By which right a machine comes (RFC 9110 §11.6.2). */
  readonly authorization: string;
  readonly bytes: Uint8Array;
}

/** What a page knows of its request beyond the parsed input. */
export interface PageCtx extends Ctx {
  readonly path: string;
  /** Path with its query, for coming back after sign-in. */
  readonly url: string;
  readonly session: Session | undefined;
  /** Value for the hidden field `_csrf`. */
  readonly csrf: string;
  readonly ip: string;
  readonly agent: string;
  /** Posted fields as they came: one text, or several under one name. Without `_csrf`. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Cookies set by pages (settings such as large text). */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The body as it came, for a route that machines call; empty for all others. */
  readonly raw: RawBody;
  /** Parts of a multipart form; text fields met on the way are added to `fields` by the reader of parts. */
  files(): AsyncIterable<PostedFile>;
  /** Starts a session for this browser (new id) and ends the one it had. */
  signIn(kind: Session['kind'], subject: string | null, data: object): Promise<void>;
  signOut(): Promise<void>;
  changeSession(data: object): Promise<void>;
}

export type Reply =
  | {
      readonly kind: 'html';
      readonly status: number;
      readonly body: Html;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 302 | 303 }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'bytes';
      readonly status: number;
      readonly type: string;
      readonly bytes: Uint8Array | Readable;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Ends that every surface words in its own way. */
export type Problem =
  | 'not-found'
  | 'forbidden'
  | 'sign-in'
  | 'unavailable'
  | 'too-many'
  | 'bad-request'
  | 'failed';

export const htmlReply = (body: Html, status = 200, headers?: Record<string, string>): Reply =>
  headers ? { kind: 'html', status, body, headers } : { kind: 'html', status, body };
/** After a POST: the browser is sent to a page it may reload. */
export const redirectTo = (to: string): Reply => ({ kind: 'redirect', to, status: 303 });
export const problem = (which: Problem): Reply => ({ kind: 'problem', problem: which });

export interface Route<S extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Who may come here at all; the command behind it asks again, for the unit concerned. */
  readonly permission: Permission;
  /** Name of the entry that the command or reading behind it writes into the journal; `none` for pages of public facts. */
  readonly audit: string;
  /** Shape of path, query and posted fields together. Unknown fields are dropped. */
  readonly input: S;
  /** Requests per minute and address, for doors worth guessing at. */
  readonly perMinute?: number;
  /** Takes multipart bodies, read through `files()`. */
  readonly multipart?: boolean;
  /** Called by another system: no session and no form token; the body is taken raw, up to 16 kB, and proves itself. */
  readonly machine?: boolean;
  /** Asked by an open page, not by a person: nobody stays signed in by it. */
  readonly byItself?: boolean;
  handle(ctx: PageCtx, input: z.output<S>): Promise<Reply>;
}

/** One route declaration; a missing permission, audit event or input does not compile. */
export const definePage = <S extends z.ZodType>(route: Route<S>): Route => route;

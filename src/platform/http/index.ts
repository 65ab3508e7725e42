export { type Asset, assetOf, buildAssets } from './assets.ts';
export type { ServerOptions } from './options.ts';
export {
  definePage,
  htmlReply,
  type PageCtx,
  type PostedFile,
  type Problem,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from './route.ts';
export { buildServer } from './server.ts';

export { type Asset, buildAssets } from './assets.ts';
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
export { buildServer, type ServerOptions } from './server.ts';

import Provider from 'oidc-provider';
import { html } from '#platform/html';
import type { SimulatorKeys } from './keys.ts';
import type { Choice } from './people.ts';
import { memoryStore } from './store.ts';
import { type Look, sentencePage } from './views.ts';

export interface SimulatedClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly signedOutUris?: readonly string[];
}

export interface ProviderParts {
  readonly issuer: string;
  readonly name: string;
  readonly look: Look;
  readonly keys: SimulatorKeys;
  readonly client: SimulatedClient;
  /** Claims that the scope `openid` carries. */
  readonly claims: readonly string[];
  readonly find: (subject: string) => Promise<Choice | undefined>;
}

const quarterOfAnHour = 900;

/** One issuer. Cookies ignore ports, so each has its own names. */
export function buildProvider(parts: ProviderParts): Provider {
  const { issuer, name, look, keys, client } = parts;
  const provider = new Provider(issuer, {
    adapter: memoryStore(),
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...client.redirectUris],
        post_logout_redirect_uris: [...(client.signedOutUris ?? [])],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: keys.jwks,
    cookies: {
      keys: [keys.cookieKey],
      names: { session: `${name}-session`, interaction: `${name}-choice`, resume: `${name}-resume` },
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    pkce: { required: () => true },
    claims: { openid: ['sub', ...parts.claims] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        async logoutSource(ctx, form) {
          const button = html`<button type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>`;
          const body = sentencePage(look, 'Đăng xuất', 'Bạn muốn đăng xuất khỏi dịch vụ này?', button);
          ctx.body = body.replace('</main>', `${form}</main>`);
        },
        async postLogoutSuccessSource(ctx) {
          ctx.body = sentencePage(look, 'Đã đăng xuất', 'Bạn có thể đóng trang này.');
        },
      },
    },
    ttl: {
      AccessToken: quarterOfAnHour,
      AuthorizationCode: 60,
      IdToken: quarterOfAnHour,
      Interaction: quarterOfAnHour,
      Session: quarterOfAnHour,
      Grant: quarterOfAnHour,
    },
    interactions: { url: (_ctx, interaction) => `/chon/${interaction.uid}` },
    // Our own product asks: nobody is made to agree to it each time.
    async loadExistingGrant(ctx) {
      const { client: asking, session } = ctx.oidc;
      if (!asking || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    async findAccount(_ctx, subject) {
      const choice = await parts.find(subject);
      if (!choice) return undefined;
      return { accountId: subject, claims: async () => ({ sub: subject, ...choice.claims }) };
    },
    async renderError(ctx, out) {
      ctx.type = 'html';
      ctx.body = sentencePage(look, 'Không tiếp tục được', `Yêu cầu đăng nhập không hợp lệ (${out.error}).`);
    },
  });
  provider.on('server_error', () => {});
  return provider;
}

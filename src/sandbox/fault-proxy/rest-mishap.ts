/** A request on its way to the sandbox's Discord. */
export interface PassingRequest {
  readonly method: string;
  /** With the query, e.g. `/api/v10/channels/1/messages?limit=100`. */
  readonly path: string;
}

/** What befalls a request. */
export type RestMishap =
  /** It does not arrive, and this is answered instead. */
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** It does not arrive, and the connection is cut. */
  | { readonly kind: 'cut' }
  /** It is carried out, and the connection is cut before the answer. */
  | { readonly kind: 'cut-after' }
  /** Nothing comes, and the connection stays open. */
  | { readonly kind: 'stall' }
  /** The answer comes late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Only the first half of the answer's body comes. */
  | { readonly kind: 'corrupt' };

/** Says what befalls each request; undefined lets it pass. */
export type RestFault = (request: PassingRequest) => RestMishap | undefined;

/** A 429 as Discord words it. */
export function rateLimited(scope: 'user' | 'shared' | 'global', retryAfterMs: number): RestMishap {
  const global = scope === 'global' ? { 'x-ratelimit-global': 'true' } : {};
  return {
    kind: 'answer',
    status: 429,
    headers: { 'retry-after': `${retryAfterMs / 1_000}`, 'x-ratelimit-scope': scope, ...global },
  };
}

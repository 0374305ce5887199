import { connect, createServer, type Socket } from 'node:net';

/** Stands in front of a server that speaks over TCP, such as a database, and loses it as networks do. */
export interface TcpProxy {
  readonly port: number;
  /** Cuts every connection; with `refuse`, and takes no other, as a server that is started anew. */
  cut(more?: { readonly refuse: boolean }): void;
  /** Leaves the connections as they are, and carries nothing any more; new ones work. */
  halfOpen(): void;
  /** Takes connections again. */
  heal(): void;
  close(): Promise<void>;
}

/** Starts on a free port of the loopback address, in front of `port` there. */
export async function startTcpProxy(port: number): Promise<TcpProxy> {
  const pairs = new Set<{ readonly near: Socket; readonly far: Socket }>();
  const state = { refuses: false };
  const server = createServer((near) => {
    if (state.refuses) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    const pair = { near, far };
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  });
  const cutAll = (): void => {
    for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: ({ refuse } = { refuse: false }) => {
      state.refuses = refuse;
      cutAll();
    },
    halfOpen: () => {
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
    },
    heal: () => {
      state.refuses = false;
    },
    close: async () => {
      cutAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What a file starts with, and all of it. */
export interface Started {
  readonly start: Uint8Array;
  /** The whole file, the start included. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Reads the first chunk ahead, so that the format is known before the records are read. `onRead` is told how many bytes were taken. */
export async function readStart(source: AsyncIterable<Uint8Array>, onRead: (bytes: number) => void): Promise<Started> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const start: Uint8Array = first.done ? new Uint8Array() : first.value;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (first.done) return;
    yield start;
    onRead(start.length);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
      onRead(next.value.length);
    }
  }
  return { start, chunks: chunks() };
}

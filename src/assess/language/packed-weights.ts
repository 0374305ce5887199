/** Weights laid out for summing: four classes to a number, `width` numbers a bucket, an even count. */
export interface PackedWeights {
  readonly packed: Int32Array;
  readonly width: number;
}

const CLASSES_A_NUMBER = 4;
/** Makes an 8-bit weight positive, so that sums of neighbours do not borrow from each other. */
const SHIFT = 0x80;
const EVEN_BYTES = 0x00ff00ff;
const HALF = 0xffff;

/**
 * Packs quantised weights, one row of `classes` numbers a bucket, four to a number: one addition then serves two classes.
 * Summed one by one they were a third of the cost of assessing.
 */
export function packWeights(weights: Int8Array, classes: number): PackedWeights {
  const width = 2 * Math.ceil(classes / (2 * CLASSES_A_NUMBER));
  const bytes = new Uint8Array((weights.length / classes) * width * CLASSES_A_NUMBER).fill(SHIFT);
  for (let from = 0, to = 0; from < weights.length; from += classes, to += width * CLASSES_A_NUMBER) {
    for (let index = 0; index < classes; index += 1) bytes[to + index] = (weights[from + index] ?? 0) + SHIFT;
  }
  const view = new DataView(bytes.buffer);
  const packed = new Int32Array(bytes.length / CLASSES_A_NUMBER);
  for (let at = 0; at < packed.length; at += 1) packed[at] = view.getInt32(at * CLASSES_A_NUMBER, true);
  return { packed, width };
}

/**
 * Writes into `sums`, by class, the sums over the rows of the first `count` buckets.
 * At most 257 rows: the sum of more bytes would not fit its 16 bits. Two numbers at a time, so that a row is fetched once.
 */
export function sumRows(
  { packed, width }: PackedWeights,
  buckets: readonly number[],
  count: number,
  sums: number[],
): void {
  for (let number = 0; number < width; number += 2) {
    let even = 0;
    let odd = 0;
    let nextEven = 0;
    let nextOdd = 0;
    for (let at = 0; at < count; at += 1) {
      const cell = (buckets[at] ?? 0) * width + number;
      const four = packed[cell] ?? 0;
      const next = packed[cell + 1] ?? 0;
      even = (even + (four & EVEN_BYTES)) | 0;
      odd = (odd + ((four >>> 8) & EVEN_BYTES)) | 0;
      nextEven = (nextEven + (next & EVEN_BYTES)) | 0;
      nextOdd = (nextOdd + ((next >>> 8) & EVEN_BYTES)) | 0;
    }
    unpack(even, odd, { sums, first: number * CLASSES_A_NUMBER, shifted: count * SHIFT });
    unpack(nextEven, nextOdd, { sums, first: (number + 1) * CLASSES_A_NUMBER, shifted: count * SHIFT });
  }
}

function unpack(even: number, odd: number, to: { sums: number[]; first: number; shifted: number }): void {
  const { sums, first, shifted } = to;
  sums[first] = (even & HALF) - shifted;
  sums[first + 1] = (odd & HALF) - shifted;
  sums[first + 2] = (even >>> 16) - shifted;
  sums[first + 3] = (odd >>> 16) - shifted;
}

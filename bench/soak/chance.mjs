/** Numbers that look like chance and are the same for the same seed: mulberry32, public domain. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  /** At least 0, below 1. */
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end) => Math.floor(draw() * end);
  return {
    draw,
    /** A whole number from 0 to one less than `end`. */
    below,
    pick: (list) => list[below(list.length)],
    shuffle: (list) => {
      const left = [...list];
      return Array.from(list, () => left.splice(below(left.length), 1)[0]);
    },
  };
}

/** Terminal controls and direction marks; line breaks and tabs stay. */
const UNSAFE = /[^\P{Cc}\n\t]|\p{Bidi_Control}/gu;

/**
 * Makes somebody else's text safe to print: a message must not move the cursor, change colours or turn the reading direction.
 * Every character keeps its place, so offsets into the original stay right.
 */
export function visibleText(text: string): string {
  return text.replace(UNSAFE, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�';
  });
}

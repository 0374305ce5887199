import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** MB. The bot under load may have 250, of which Node, discord.js, the store and young garbage take the rest; 63 were measured. */
const MOST = 75;

/** How much memory a pack holds that a running bot has open. Answers whether it leaves enough for the rest. */
export function benchMemory() {
  const child = fileURLToPath(new URL('./held-memory.mjs', import.meta.url));
  const bytes = Number(execFileSync(process.execPath, ['--expose-gc', child], { encoding: 'utf8' }));
  console.log(`a pack that has met its cases holds ${(bytes / 1e6).toFixed(1)} MB (at most ${MOST})`);
  return bytes <= MOST * 1e6;
}

import { createAssess } from '../../dist/assess/index.js';
import { readPack } from '../../dist/packs/read-pack.js';
import { SHIPPED_PACK } from '../../dist/settings/places.js';
import { benchTexts } from '../texts.mjs';

const CALL = 'Ба сафи ДИИШ ҳамроҳ шавед!';
/** Messages of one campaign. */
const COPIES = 20;

/**
 * What is posted: ordinary chat, and calls in campaigns, each a call with a tail of its own that the copies share. All calls
 * alert with the pack that is shipped, and none of the chat does.
 */
export function loadTexts() {
  const assess = createAssess(readPack(SHIPPED_PACK).parts);
  const { chat, news } = benchTexts();
  const alerts = (text) => ['review', 'urgent'].includes(assess(text).level);
  const calls = news.map((tail) => `${CALL} ${tail}`).filter(alerts);
  return {
    chat: chat.filter((text) => !alerts(text)),
    /** The text of the nth call. */
    call: (n) => `${calls[Math.floor(n / COPIES) % calls.length]} ${n}`,
    campaigns: (count) => Math.ceil(count / COPIES),
  };
}

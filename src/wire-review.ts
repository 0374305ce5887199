import { blindLook } from './alert/blind-look.js';
import { explainAlert } from './alert/explain-alert.js';
import { listWaiting } from './alert/list-waiting.js';
import { renderCard } from './alert/render-card.js';
import type { Alert } from './domain/alert.js';
import type { Community } from './domain/community.js';
import type { Meter } from './ports/meter.js';
import type { ReviewParts } from './review/review-parts.js';
import type { Alerts, Store } from './store/store.js';
import type { Texts } from './texts/texts.js';
import { textsIn } from './texts/texts-in.js';

type ReviewWiring = Pick<ReviewParts, 'clock' | 'community' | 'log' | 'moderation' | 'wakeAlerts'> & {
  readonly store: Store;
  readonly meter: Meter;
};

/** What answering presses needs of the stages. */
export function wireReview({ store, meter, ...wiring }: ReviewWiring): ReviewParts {
  return {
    ...wiring,
    alerts: counted(store.alerts, meter),
    reviews: store.reviews,
    secondReviews: store.secondReviews,
    render: (alert: Alert, { interfaceLanguage, urgentRole }: Community) =>
      renderCard(alert, textsIn(interfaceLanguage), urgentRole),
    explain: explainAlert,
    look: blindLook,
    listWaiting: (of: Community, texts: Texts) => listWaiting(of, texts, { alerts: store.alerts, clock: wiring.clock }),
  };
}

/** The same alerts; verdicts are counted, each once, since the store says who was first. */
function counted(alerts: Alerts, meter: Meter): Alerts {
  return {
    ...alerts,
    async decide(id, verdict, secondReviewAt) {
      const result = await alerts.decide(id, verdict, secondReviewAt);
      if (result?.won) meter.count('verdicts', { verdict: verdict.kind });
      return result;
    },
  };
}

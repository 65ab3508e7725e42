import type { Instant } from '#kernel/time';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * When a gateway is asked next about an order: often while the payer is there, and never less than once a minute on the first
 * day, so that what it knows is known here within a minute of its answering. Messages from it only make this sooner.
 */
export function nextAsk(session: { readonly begunAt: Instant }, now: Instant): Instant {
  const age = now - session.begunAt;
  if (age < 2 * minute) return now + 5 * second;
  if (age < 30 * minute) return now + 20 * second;
  return now + (age < 24 * hour ? 45 * second : 10 * minute);
}

import type { LocalText } from '#kernel/text';
import type { Difference, DifferenceKind } from '../difference/difference.ts';
import { lineItems } from '../difference/items.ts';
import { type Item, listDifferences, propertiesOf } from '../difference/lists.ts';
import type { NationalChannel, NationalProcedure } from '../procedure.ts';

const kinds: Readonly<Record<string, DifferenceKind>> = {
  name: 'text',
  steps: 'step',
  conditions: 'rule',
  decision: 'text',
};

/** Made by our reading (search form, defaults, where it came from), or told apart below. */
const aside = [
  'code',
  'nameFolded',
  'nameOrigin',
  'provenance',
  'assumed',
  'forCommuneSample',
  'isPublic',
  'portalUrl',
  'otherDecisions',
  'channels',
  'cases',
  'results',
  'legalRefs',
];

const bag = (thing: object): Item['thing'] => ({ ...thing });

/** A channel comes more than once where cases have different times. */
function channelItems(channels: readonly NationalChannel[]): readonly Item[] {
  const seen = new Map<string, number>();
  return channels.map((each) => {
    const nth = (seen.get(each.channel) ?? 0) + 1;
    seen.set(each.channel, nth);
    const id = nth === 1 ? each.channel : `${each.channel} ${nth}`;
    return { id, name: { vi: each.channel }, thing: bag(each) };
  });
}

/** A paper of a record has no id: it is its words, within its case. */
function documentItems({ cases }: NationalProcedure): readonly Item[] {
  const items = cases.flatMap((each) =>
    each.documents.map((document) => ({
      id: each.name === '' ? document.name : `${each.name} · ${document.name}`,
      name: { vi: document.name },
      thing: bag(document),
    })),
  );
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** What a person would say is other in the newer record of a procedure. */
export function recordDifferences(
  before: NationalProcedure,
  after: NationalProcedure,
): readonly Difference[] {
  const what: LocalText = { vi: after.name };
  return [
    ...propertiesOf(bag(before), bag(after), { kind: 'rule', at: 'record', what, kinds, aside }),
    ...listDifferences(channelItems(before.channels), channelItems(after.channels), {
      kind: 'time',
      at: 'record.channels',
      kinds: { feeText: 'fee', fee: 'fee', amount: 'fee' },
    }),
    ...listDifferences(documentItems(before), documentItems(after), {
      kind: 'document',
      at: 'record.documents',
    }),
    ...listDifferences(
      lineItems(before.results.map(({ name }) => name)),
      lineItems(after.results.map(({ name }) => name)),
      { kind: 'rule', at: 'record.results' },
    ),
    ...listDifferences(lineItems(before.legalRefs), lineItems(after.legalRefs), {
      kind: 'text',
      at: 'record.legalRefs',
    }),
  ];
}

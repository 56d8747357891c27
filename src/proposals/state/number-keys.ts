import type { ReadProposal } from './read-proposal.ts';

/**
 * The keys of front matter by which proposals give their own numbers, such as `simd` or `order`: all that have one of
 * these give their own, and there are several.
 */
export function numberKeysIn(
  proposals: readonly { number: number | undefined; read: ReadProposal }[],
): string[] {
  const counts = new Map<string, { own: number; all: number }>();
  for (const { number, read } of proposals) {
    for (const { label, value, form } of read.own.head.fields) {
      if (form === 'text') continue;
      const digits = /^(?:[A-Za-z]+[-_# ]){0,2}[A-Za-z]*#?(\d{1,9})$/.exec(value)?.[1];
      const { own, all } = counts.get(label) ?? { own: 0, all: 0 };
      const isOwn = digits !== undefined && Number(digits) === number;
      counts.set(label, { own: own + Number(isOwn), all: all + 1 });
    }
  }
  return [...counts].flatMap(([label, { own, all }]) => (own === all && own >= 2 ? label : []));
}

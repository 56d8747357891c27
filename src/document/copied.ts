/** A copy of what JSON can say, which keeps nothing else in memory: a part of a text would keep all of it. */
export function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

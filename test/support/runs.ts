/** How often a property is tried; FUZZ multiplies it, for the nightly run. */
export function runs(count: number): number {
  return count * (Number(process.env.FUZZ) || 1);
}

/** A word in capital or small letters, as another one is written: `SUPERSEDED` beside `ACCEPTED`. */
export function lettersLike(word: string, model: string): string {
  if (/^[\p{Lu} _-]{2,}$/u.test(model)) return word.toUpperCase();
  const isCapital = model === '' || !/^\p{Ll}/u.test(model);
  const first = word.charAt(0);
  return (isCapital ? first.toUpperCase() : first.toLowerCase()) + word.slice(1);
}

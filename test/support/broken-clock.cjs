// Preloaded into the program: something that nobody foresaw fails.
Date.prototype.getFullYear = () => {
  throw new RangeError('the clock is broken');
};

/** Runs what a bundle of the sources makes, and gives its exports: some things are made while the program is built. */
export async function importBundled(bundled) {
  const { output } = await (await bundled).generate({ format: 'esm' });
  const code = Buffer.from(output[0].code).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

let decoder: InstanceType<typeof TextDecoder> | undefined;

/** Bytes as text; undefined when they are none. */
export function decoded(bytes: Buffer): string | undefined {
  try {
    decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const text = decoder.decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

import { orUndefined } from '../../or-undefined.ts';

/** A path as the address of a link (RFC 3986, section 3.3): signs that would end the address or the path are encoded. */
export function linkAddress(path: string): string {
  const encoded = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURI(path).replace(/[?#()]/g, encoded);
}

/** The path that the address of a link stands for; the address as it is where it is not encoded well. */
export function pathOfAddress(address: string): string {
  const decoded = (part: string) => orUndefined(() => decodeURIComponent(part)) ?? part;
  return address.split('/').map(decoded).join('/');
}

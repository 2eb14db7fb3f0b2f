import { phoneNumber } from '#dsl/model/phone-number.ts';
import type { Address } from '#dsl/protocol/interactions.ts';

/** As it stands in an address field: `Anna Berg <anna@example.org>`, or the bare address when it has no name. */
export function addressText({ address, name }: Address): string {
  if (name === '' || name === address) return address;
  // RFC 5322 3.2.3: these would end the name or start an address, so the name is quoted
  return /[",;<>@()[\]\\:]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}" <${address}>` : `${name} <${address}>`;
}

/** Who it is for people: the name, or else the address. */
export function whoOf(address: Address | null, unknown: string): string {
  if (address === null) return unknown;
  return address.name === '' ? address.address : address.name;
}

/** Reads what stands in an address field; undefined when there is no usable address in it. */
export function parseAddress(text: string): Address | undefined {
  const named = /^(?<name>.*?)<(?<address>[^<>]*)>\s*$/s.exec(text.trim())?.groups;
  const address = (named?.['address'] ?? text).trim();
  if (!/^[^\s<>()[\],;:@"\\]+@[^\s<>(),;@"\\]+$/.test(address) || address.length > 254) return undefined;
  const name = (named?.['name'] ?? '').trim();
  const unquoted = /^"(?<inner>.*)"$/s.exec(name)?.groups?.['inner'];
  return { address, name: unquoted === undefined ? name : unquoted.replace(/\\(.)/g, '$1') };
}

/** Reads a phone number, with or without the separators people write; undefined for anything else. */
export function parseNumber(text: string): Address | undefined {
  const number = phoneNumber(text);
  return number === undefined ? undefined : { address: number, name: '' };
}

/** Splits a line of addresses as people paste it; commas inside quotes belong to the name. */
export function splitAddresses(line: string): string[] {
  const parts = line.match(/(?:"(?:\\.|[^"\\])*"|[^,;\n"])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

import { parseAddressHeader } from 'mailparser';
import type { AddressList, MailAddress, MailHeader } from './parsed-mail.ts';
import { storableLine } from './storable-text.ts';

const keptAddresses = 100;

// RFC 5321 4.5.3.1 allows 64 + 1 + 255 octets; what is longer is no address
const maxAddressLength = 320;
const maxNameLength = 200;

// splitting costs about a microsecond a character; a header of 10,000 addresses has 0.3 MB
const maxHeaderLength = 1024 * 1024;

/** The addresses of all headers of a name, groups taken apart: the first hundred, and how many there were. */
export function readAddresses(headers: readonly MailHeader[], name: string): AddressList {
  const values = headers.filter((header) => header.name.toLowerCase() === name).map((header) => header.value);
  const joined = values.join(', ').slice(0, maxHeaderLength);
  if (joined === '') return { first: [], count: 0 };
  const found = parseAddressHeader(joined, { flatten: true, decodePunycode: false }).value;
  const first: MailAddress[] = [];
  let count = 0;
  for (const { address, name: personal } of found) {
    const trimmed = storableLine(address ?? '', maxAddressLength);
    if (trimmed === '' || (address?.length ?? 0) > maxAddressLength) continue;
    count += 1;
    if (first.length < keptAddresses) first.push({ address: trimmed, name: storableLine(personal, maxNameLength) });
  }
  return { first, count };
}

/** The one address of a header that should have one (From, Reply-To): the first that looks like one, else the first. */
export function readAddress(headers: readonly MailHeader[], name: string): MailAddress | undefined {
  const { first } = readAddresses(headers, name);
  return first.find(({ address }) => address.includes('@')) ?? first[0];
}

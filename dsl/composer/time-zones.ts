// zones of three letters that Java knew, and that the old platform took from it
const threeLetters: Readonly<Record<string, string>> = {
  CST: 'America/Chicago',
  ECT: 'Europe/Paris',
  EST: 'America/New_York',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MST: 'America/Denver',
  PST: 'America/Los_Angeles',
};

/** The time zone that a name of the old platform means, as the IANA calls it; undefined when nobody can tell. */
export function timeZoneNamed(name: string): string | undefined {
  if (Object.hasOwn(threeLetters, name)) return threeLetters[name];
  return name === 'GMT' || name === 'UTC' || /^[A-Z]\w+\/[\w/+-]+$/.test(name) ? name : undefined;
}

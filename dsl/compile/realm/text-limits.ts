/** Characters of the longest text a strategy can make: several times the longest mail it reads. */
export const longestText = 2 ** 19;

/** Characters of the longest regular expression. */
export const longestPattern = 16_384;

/** Brackets of a regular expression: the engine reads nested ones by recursion, and its process falls where the stack ends. */
export const mostGroups = 1000;

/** Members of a list, or characters of a text, whose keys may be listed: each becomes a text of its own. */
export const mostKeys = 2 ** 18;

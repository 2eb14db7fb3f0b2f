/** How much of a project is read. A page that asks must not hold up the others; the command line may take its time. */
export interface ProjectLimits {
  /** Diagrams and other files that are read. */
  readonly files: number;
  /** Bytes of one of them, unpacked. */
  readonly fileBytes: number;
  /** Bytes of all of them together, unpacked. */
  readonly allBytes: number;
  /** Files and folders that are looked at, whatever they are; recordings of voice applications come by the thousand. */
  readonly entries: number;
}

/** For the command line: far beyond any project, and, at some sixteen times its size while it is read, within the memory of any machine. */
export const commandLimits: ProjectLimits = {
  files: 20_000,
  fileBytes: 64 * 1024 * 1024,
  allBytes: 96 * 1024 * 1024,
  entries: 500_000,
};

/** For the API, where others wait meanwhile: about a second of reading. */
export const apiLimits: ProjectLimits = {
  files: 2_000,
  fileBytes: 8 * 1024 * 1024,
  allBytes: 16 * 1024 * 1024,
  entries: 100_000,
};

import type { Scope } from './scope.ts';

/** A text that somebody gave its category. */
export interface TrainingExample {
  readonly text: string;
  readonly category: string;
}

/** A trained model: a network of one hidden layer over the features known to it. */
export interface ClassificationModel {
  /** In alphabetical order of their code points; the columns of `weights`. */
  readonly categories: readonly string[];
  /** Hashes of the known features, ascending; the rows of `embedding`. */
  readonly features: Uint32Array;
  /** How much a feature tells, by row: what it counts within a text. */
  readonly factors: Float32Array;
  /** What a feature moves each hidden unit by, in 8 bits, row by row; times the row's `scales` it is the true value. */
  readonly embedding: Int8Array;
  readonly scales: Float32Array;
  /** Value of each hidden unit before the text is looked at. */
  readonly hiddenBiases: Float32Array;
  /** What a hidden unit that is above zero adds to each category, row by row of the units. */
  readonly weights: Float32Array;
  /** Score of each category before the text is looked at. */
  readonly biases: Float32Array;
  /** Divides the scores, so that a confidence of 80 is right in about 80 of 100 texts. */
  readonly temperature: number;
  /** Lowers the confidence in texts that the model is not about; missing when too little is known of that. */
  readonly scope?: Scope | undefined;
}

/** What a model said of a text that it had not seen. */
export interface Answer {
  /** The category a person gave the text. */
  readonly category: string;
  /** The surest category, undefined for none. */
  readonly given: string | undefined;
  /** How sure the model is of it, 0 to 100. */
  readonly confidence: number;
  /** Place of the person's category among all, the surest being 1; one more than there are categories when it is none of them. */
  readonly rank: number;
}

/** A category and how sure the model is of it, from 0 to 100. */
export interface Classified {
  readonly category: string;
  readonly confidence: number;
}

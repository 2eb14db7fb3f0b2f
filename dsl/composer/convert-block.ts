import { blockByType } from '../blocks/index.ts';
import { textOf } from '../errors/coded-error.ts';
import type { Conversion, Converted } from './conversion.ts';
import { conversionFor } from './conversions.ts';
import type { SourceBlock } from './diagram.ts';
import { isIdle } from './idle-settings.ts';
import { commented, keepingLinks, placeholder } from './placeholder.ts';
import { describeSettings } from './describe-settings.ts';
import { hiddenSecret, secretSettings } from './secret-settings.ts';
import { sweepSecrets } from './sweep-secrets.ts';
import { type Unread, watchElement } from './watch-element.ts';

/**
 * A block of Composer as one of ours that our language accepts, whatever the block holds: a placeholder at the least. What of its
 * settings did not come over is named, and secrets stay behind.
 */
export function convertBlock(block: SourceBlock, conversion: Conversion): Converted {
  return withoutItsSecrets(block, converted(block, conversion));
}

function converted(block: SourceBlock, conversion: Conversion): Converted {
  if (block.isDisabled) return passedOver(block);
  try {
    const watched = watchElement(block.element);
    const made = conversionFor(block.kind)({ ...block, element: watched.element }, conversion);
    const parsed = blockByType(made.type)?.config.safeParse(made.config);
    if (parsed?.success === true) {
      return made.keepsAll === true ? made : tellingOf(made, leftOut(watched.unread(), block));
    }
    const issue = parsed?.error.issues[0];
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    return placeholder(block, [
      `Its settings do not fit the block that would take its place${where}.`,
      ...made.reasons,
    ]);
  } catch (error) {
    // one odd block must not keep the rest of the project from coming over
    return placeholder(block, [`Its settings could not be read: ${textOf(error)}`]);
  }
}

function leftOut(unread: readonly Unread[], block: SourceBlock): readonly Unread[] {
  return unread.filter((one) => !isIdle(one, block));
}

/** Adds what did not come over: by name in the report, with its value in the note of the card. */
function tellingOf(made: Converted, left: readonly Unread[]): Converted {
  if (left.length === 0) return made;
  const names = [...new Set(left.map(({ path }) => path))].join(', ');
  const lines = left.map(({ path, value }) => `${path} = ${value}`);
  return {
    ...made,
    level: made.level === 'exact' ? 'near' : made.level,
    reasons: [...made.reasons, `Left out, with no counterpart here: ${names}.`],
    kept: [...(made.kept === undefined ? [] : [made.kept]), ...lines].join('\n'),
  };
}

/** Secrets belong into the store of secrets; what the draft holds, everybody who may open it can read. */
function withoutItsSecrets(block: SourceBlock, made: Converted): Converted {
  const secrets = secretSettings(block.element);
  const config = sweepSecrets(made.config);
  const kept = sweepSecrets(made.kept);
  const names = [...new Set([...secrets.names, ...config.names, ...kept.names])];
  if (names.length === 0) return made;
  // a header that carries a secret of ours already says how
  const isMissing =
    !block.isDisabled && (config.names.length > 0 || JSON.stringify(config.value).includes(hiddenSecret));
  const { kept: _before, ...rest } = made;
  return {
    ...rest,
    config: config.value,
    ...(kept.value === undefined ? {} : { kept: kept.value }),
    level: isMissing ? 'placeholder' : made.level === 'exact' ? 'near' : made.level,
    reasons: [
      ...made.reasons,
      `What "${names.join('", "')}" holds is a secret by the look of its name; it was left out. Keep it under Settings, Secrets.`,
    ],
  };
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

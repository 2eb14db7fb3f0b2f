import { Autocomplete } from '@mantine/core';
import { knowledge as t } from '../kit/messages/en/knowledge.ts';
import { formatLocale } from '../kit/messages/format-locale.ts';

const offered = ['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'pl', 'cs', 'sv', 'da', 'fi', 'tr', 'ar', 'ja', 'zh'];

/** A language tag (BCP 47), with the name of the language it stands for. */
export function LanguageField(props: {
  readonly value: string;
  readonly onChange: (language: string) => void;
  readonly disabled: boolean;
  readonly problem?: string | undefined;
}) {
  const { value } = props;
  const name = languageName(value);
  return (
    <Autocomplete
      label={t.language}
      description={name ?? t.languageHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={offered}
      renderOption={({ option }) => `${languageName(option.value) ?? option.value} · ${option.value}`}
      value={value}
      onChange={props.onChange}
      disabled={props.disabled}
      error={props.problem ?? (value !== '' && name === undefined && t.languageWrong)}
      maw={280}
    />
  );
}

/** Name of the language in the language of the page; `undefined` for what is no language tag. */
export function languageName(tag: string): string | undefined {
  if (tag === '') return undefined;
  try {
    return new Intl.DisplayNames(formatLocale(), { type: 'language' }).of(tag);
  } catch {
    // what is being typed need not be a tag yet
    return undefined;
  }
}

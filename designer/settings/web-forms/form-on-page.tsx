import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { FormPart } from '../../kit/form/form-part.tsx';
import { webForms as t } from '../../kit/messages/en/web-forms.ts';

/** How a form that is kept gets onto a page, and how it looks there: the very script that pages load. */
export function FormOnPage({ name }: { readonly name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const source = `${location.origin}/web-form.js`;
  const snippet = `<script src="${source}" data-form="${name}"></script>`;
  useEffect(() => {
    const script = document.createElement('script');
    script.src = source;
    script.dataset['form'] = name;
    const around = place.current;
    around?.replaceChildren(script);
    return () => around?.replaceChildren();
  }, [source, name]);
  return (
    <FormPart title={t.parts.page}>
      <Text size="sm">{t.snippet}</Text>
      <Code block tabIndex={0}>
        {snippet}
      </Code>
      <Group>
        <CopyButton value={snippet}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <section aria-label={t.preview}>
        <Text size="sm">{t.previewHelp}</Text>
        <div ref={place} />
      </section>
    </FormPart>
  );
}

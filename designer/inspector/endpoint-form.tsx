import { Autocomplete, Select, Textarea } from '@mantine/core';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { mediaTypeSchema } from '#dsl/model/media-type.ts';
import { setEndpoint } from '../commands/set-object.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';
import { ObjectName } from './object-name.tsx';

const { examples } = mediaTypeSchema.meta() ?? {};
const mediaTypes = Array.isArray(examples) ? examples.map(String) : [];

/** Settings of an endpoint. */
export function EndpointForm({ name, process }: { readonly name: string; readonly process: BusinessProcess }) {
  const run = useEditor((state) => state.run);
  const endpoint = process.endpoints[name];
  if (endpoint === undefined) return null;
  return (
    <>
      <ObjectName object={{ kind: 'endpoint', name }} taken={process.endpoints} />
      <Autocomplete
        label={t.endpointMedia}
        data={mediaTypes}
        value={endpoint.media}
        error={mediaTypeSchema.safeParse(endpoint.media).success ? undefined : t.endpointMediaWrong}
        onChange={(media) => run(setEndpoint(name, { media }))}
      />
      <Select
        label={t.endpointQueue}
        description={t.endpointQueueHelp}
        data={Object.keys(process.queues)}
        value={endpoint.queue}
        searchable
        allowDeselect={false}
        onChange={(queue) => queue !== null && run(setEndpoint(name, { queue }))}
      />
      <Textarea
        label={t.description}
        autosize
        value={endpoint.description ?? ''}
        onChange={(event) => run(setEndpoint(name, { description: event.currentTarget.value || undefined }))}
      />
    </>
  );
}

/** Type of a property as views and conditions compare it; a time is ISO 8601 text in UTC. */
type PropertyType = 'text' | 'number' | 'time';

/** A property of an interaction that strategies read as `interaction.<name>` and views filter and order by. */
export interface InteractionProperty {
  readonly type: PropertyType;
  readonly description: string;
}

/** Properties of an interaction, by name, in the order pickers show them. Attached data is apart: `data.<key>`. */
export const interactionProperties = {
  id: { type: 'text', description: 'Id of the interaction.' },
  media: { type: 'text', description: 'Media type, such as email.' },
  type: { type: 'text', description: 'Inbound, Outbound or Internal.' },
  subtype: { type: 'text', description: 'Such as InboundNew, InboundCustomerReply or OutboundReply.' },
  subject: { type: 'text', description: 'Subject of the message.' },
  fromAddress: { type: 'text', description: 'Address of the sender.' },
  fromName: { type: 'text', description: 'Name the sender gave.' },
  toAddress: { type: 'text', description: 'First address it was sent to.' },
  mailbox: { type: 'text', description: 'Mailbox that received it.' },
  endpoint: { type: 'text', description: 'Endpoint it came in by.' },
  queue: { type: 'text', description: 'Queue it is in, or was taken from.' },
  priority: { type: 'number', description: 'Higher goes first.' },
  receivedAt: { type: 'time', description: 'When the message was received.' },
  submittedAt: { type: 'time', description: 'When it became an interaction.' },
  placedAt: { type: 'time', description: 'When it was last placed in a queue.' },
  movedAt: {
    type: 'time',
    description: 'When it first came into its queue; a return to the same queue does not count.',
  },
  scheduledAt: {
    type: 'time',
    description:
      'When it falls due; unset: at once. Until then views leave it in its queue, unless they say otherwise.',
  },
  deliveredAt: { type: 'time', description: 'When it was first offered to an agent.' },
  externalId: { type: 'text', description: 'Id outside, such as the Message-ID of a mail.' },
  parentId: { type: 'text', description: 'Interaction this one answers or came from.' },
  contactId: { type: 'text', description: 'Contact of the interaction.' },
  threadId: { type: 'text', description: 'Thread of the interaction.' },
} as const satisfies Readonly<Record<string, InteractionProperty>>;

/** What strategies read of the message besides; views cannot ask for it. */
export const messageProperties = {
  text: { type: 'text', description: 'Body of the message as plain text, its beginning when it is very long.' },
  automatic: {
    type: 'text',
    description: 'none for mail that a person wrote, else why it must not be answered, such as auto-submitted or list.',
  },
} as const satisfies Readonly<Record<string, InteractionProperty>>;

/** Name of a property of an interaction. */
export type InteractionPropertyName = keyof typeof interactionProperties;

/** Tells whether a property of that name exists. */
export function isInteractionProperty(name: string): name is InteractionPropertyName {
  return Object.hasOwn(interactionProperties, name);
}

/** What a field of a view's condition or order stands for: a property, with or without `interaction.`, or a key of attached data. */
export type ViewField = { readonly property: InteractionPropertyName } | { readonly dataKey: string };

/** Reads a field as views write it; undefined when it is neither a property nor `data.<key>`. */
export function readViewField(field: string): ViewField | undefined {
  if (field.startsWith('data.') && field.length > 'data.'.length) return { dataKey: field.slice('data.'.length) };
  const name = field.startsWith('interaction.') ? field.slice('interaction.'.length) : field;
  return isInteractionProperty(name) ? { property: name } : undefined;
}

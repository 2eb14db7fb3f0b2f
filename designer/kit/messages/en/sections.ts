/** Sections of settings and knowledge by the word in their address. */
export const sections: Readonly<Record<string, string>> = {
  people: 'People',
  'agent-groups': 'Agent groups',
  mailboxes: 'Mailboxes',
  'outgoing-mail': 'Outgoing mail',
  activations: 'Activations',
  tokens: 'API tokens',
  'data-sources': 'Data sources',
  'external-services': 'External services',
  secrets: 'Secrets',
  about: 'About',
  responses: 'Standard responses',
  'screening-rules': 'Screening rules',
  'routing-rules': 'Routing rules',
  models: 'Classification models',
  lists: 'Lists',
  'business-hours': 'Business hours',
};

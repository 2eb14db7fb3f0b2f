import type { sections as english } from '../en/sections.ts';
import type { Translation } from '../translation.ts';

/** German names of the sections of settings and knowledge. */
export const sections = {
  people: 'Personen',
  'agent-groups': 'Agentengruppen',
  'agent-desktop': 'Agent-Desktop',
  mailboxes: 'Postfächer',
  'outgoing-mail': 'Ausgehende E-Mail',
  'sms-channels': 'SMS-Kanäle',
  'web-forms': 'Webformulare',
  'open-media': 'Offene Medien',
  'social-accounts': 'Soziale Konten',
  activations: 'Aktivierungen',
  tokens: 'API-Token',
  webhooks: 'Webhooks',
  'data-sources': 'Datenquellen',
  'external-services': 'Externe Dienste',
  secrets: 'Geheimnisse',
  about: 'Über',
  responses: 'Standardantworten',
  'screening-rules': 'Screening-Regeln',
  'routing-rules': 'Routing-Regeln',
  models: 'Klassifikationsmodelle',
  lists: 'Listen',
  'business-hours': 'Geschäftszeiten',
} as const satisfies Translation<typeof english>;

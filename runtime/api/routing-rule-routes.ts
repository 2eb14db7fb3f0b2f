import { routingRuleSchema } from '#dsl/model/routing-rule.ts';
import { routingRuleSummarySchema } from '#dsl/protocol/routing-rules.ts';
import { routingRules } from '#runtime/knowledge/documents.ts';
import type { ApiParts, App } from './app.ts';
import { documentRoutes } from './service-routes.ts';

/** Routing rules: ways of routing that strategies use by name. */
export function routingRuleRoutes(app: App, parts: ApiParts): void {
  documentRoutes(app, parts, {
    kind: routingRules,
    path: 'routing-rules',
    schema: routingRuleSchema,
    line: routingRuleSummarySchema,
    lineOf: ({ name, description = '', kind }, updatedAt) => ({ name, description, kind, updatedAt }),
  });
}

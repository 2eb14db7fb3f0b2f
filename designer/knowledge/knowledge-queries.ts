import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import { standardResponseSchema } from '#dsl/model/standard-response.ts';
import { interactionPageSchema } from '#dsl/protocol/interactions.ts';
import {
  modelDetailSchema,
  modelSummarySchema,
  responseSummarySchema,
  screeningRuleSummarySchema,
} from '#dsl/protocol/knowledge.ts';
import { useMe } from '../app/session.ts';
import { api } from '../kit/api.ts';

// fast enough for a bar to move evenly
const trainingEveryMs = 400;
const recentCount = 25;

/** Address of a standard response. */
export const responsePath = (name: string): string => `/api/responses/${encodeURIComponent(name)}`;

/** Address of a screening rule. */
export const rulePath = (name: string): string => `/api/screening-rules/${encodeURIComponent(name)}`;

/** Address of a classification model. */
export const modelPath = (name: string): string => `/api/models/${encodeURIComponent(name)}`;

/** `GET /api/responses`. */
export const responsesQuery = queryOptions({
  queryKey: ['responses'],
  queryFn: ({ signal }) => api.get('/api/responses', z.array(responseSummarySchema), signal),
});

/** `GET /api/responses/:name`. */
export const responseQuery = (name: string) =>
  queryOptions({
    queryKey: ['responses', name],
    queryFn: ({ signal }) => api.get(responsePath(name), standardResponseSchema, signal),
    // a form begins with what is kept now, not with what was seen before
    gcTime: 0,
  });

/** `GET /api/screening-rules`. */
export const rulesQuery = queryOptions({
  queryKey: ['screening-rules'],
  queryFn: ({ signal }) => api.get('/api/screening-rules', z.array(screeningRuleSummarySchema), signal),
});

/** `GET /api/screening-rules/:name`. */
export const ruleQuery = (name: string) =>
  queryOptions({
    queryKey: ['screening-rules', name],
    queryFn: ({ signal }) => api.get(rulePath(name), screeningRuleDocumentSchema, signal),
    gcTime: 0,
  });

/** `GET /api/models`, again and again while one is being trained. */
export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => api.get('/api/models', z.array(modelSummarySchema), signal),
  refetchInterval: ({ state }) =>
    state.data?.some((model) => model.state === 'training') === true ? trainingEveryMs : false,
});

/** `GET /api/models/:name`: with its training texts, so only where they are needed. */
export const modelQuery = (name: string) =>
  queryOptions({
    queryKey: ['models', name],
    queryFn: ({ signal }) => api.get(modelPath(name), modelDetailSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The latest e-mail interactions that came in. */
export const recentMailQuery = queryOptions({
  queryKey: ['interactions', 'recent-mail'],
  queryFn: ({ signal }) => api.get(`/api/interactions?media=email&limit=${recentCount}`, interactionPageSchema, signal),
});

/** Whether whoever looks may change the knowledge base; supervisors read it. */
export function useMayChange(): boolean {
  const { role } = useMe();
  return role === 'administrator' || role === 'designer';
}

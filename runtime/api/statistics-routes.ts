import { z } from 'zod';
import {
  type Board,
  boardQuerySchema,
  boardSchema,
  reportQuerySchema,
  reportSchema,
} from '#dsl/protocol/statistics.ts';
import { board } from '#runtime/statistics/board.ts';
import { report, reportCsv } from '#runtime/statistics/report.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** A board is put together this often at most, however many pages look. */
const boardMs = 1000;

/** Statistics for supervisors: the live board, and reports by interval as data and as a file. */
export function statisticsRoutes(app: App, { pool }: ApiParts): void {
  const boards = new Map<string, { until: number; readonly board: Promise<Board> }>();
  app.get(
    '/api/statistics/board',
    { schema: { querystring: boardQuerySchema, response: { 200: boardSchema } } },
    (request) => {
      const { tenantId } = whoAsks(request);
      const key = JSON.stringify([tenantId, request.query.window, request.query.within]);
      const before = boards.get(key);
      if (before !== undefined && Date.now() < before.until) return before.board;
      // while one is being put together, nobody begins another
      const next = { until: Number.POSITIVE_INFINITY, board: board(pool, tenantId, request.query, new Date()) };
      boards.set(key, next);
      const keepUntil = (ms: number) => () => {
        next.until = Date.now() + ms;
      };
      // one that failed is not given to others
      next.board.then(keepUntil(boardMs), keepUntil(0));
      return next.board;
    },
  );
  app.get(
    '/api/statistics/report',
    { schema: { querystring: reportQuerySchema, response: { 200: reportSchema } } },
    (request) => report(pool, whoAsks(request).tenantId, request.query),
  );
  app.get(
    '/api/statistics/report.csv',
    { schema: { querystring: reportQuerySchema, produces: ['text/csv'], response: { 200: z.string() } } },
    async (request, reply) => {
      const { kind, zone } = request.query;
      const found = await report(pool, whoAsks(request).tenantId, request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${kind}.csv"`)
        .send(reportCsv(found, zone));
    },
  );
}

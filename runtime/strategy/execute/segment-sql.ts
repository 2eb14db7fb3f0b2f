import type { View } from '#dsl/document/business-process.ts';
import { viewFieldText } from '../../interaction/view-sql.ts';

/** How a view's segmentation takes part in the query that takes interactions. */
export interface SegmentSql {
  /** Queries before the picking, each with a comma behind it. */
  readonly before: string;
  /** The segment of an interaction `i`. */
  readonly segment: string;
  /** Condition that an interaction `i` meets whose segment has room left. */
  readonly hasRoom: string;
  /** The rows of `picked` by rank, without those that would go beyond what is left to their segment. */
  readonly ranked: string;
}

const none: SegmentSql = {
  before: '',
  segment: 'null',
  hasRoom: 'true',
  ranked: 'select id, row_number() over () as rank from picked',
};

/**
 * Segments that are full are left out when interactions are picked, so that what waits behind them in the view's order is seen; of those
 * picked, each segment gets what it has left, the first ones first. Runs in flight are those of the view `$1, $2, $3`, up to `$4`.
 */
export function segmentSql({ segmentation }: Pick<View, 'segmentation'>): SegmentSql {
  if (segmentation === undefined) return none;
  const { property, maxInFlight } = segmentation;
  const segment = viewFieldText(property);
  return {
    before: `segments as materialized (
       select ${segment} as segment, count(*) as count from interactions i join
       (select interaction_id from runs where tenant_id = $1 and queue = $2 and view = $3 and state in ('running', 'waiting') limit $4) as r
         on i.id = r.interaction_id
       group by 1
     ),`,
    segment,
    hasRoom: `${segment} not in (select segment from segments where count >= ${maxInFlight})`,
    ranked: `select id, rank from (
         select id, segment, rank, row_number() over (partition by segment order by rank) as nth from
         (select id, segment, row_number() over () as rank from picked) as p
       ) as p where nth <= ${maxInFlight} - coalesce((select count from segments s where s.segment = p.segment), 0)`,
  };
}

import type { UseQueryResult } from '@tanstack/react-query';
import { isRequestFailure } from '../kit/api.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import { Loading } from '../kit/loading.tsx';
import { lists } from '../kit/messages/en/lists.ts';
import { ProblemNote } from '../kit/problem.tsx';

/** Stands where an object will: while it is read, when there is none of that name, or when it could not be read. */
export function ObjectWait(props: {
  readonly query: UseQueryResult<unknown>;
  readonly kind: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { query, name } = props;
  const isMissing = isRequestFailure(query.error) && query.error.status === 404;
  return (
    <DetailPane title={name} onClose={props.onClose}>
      {query.isPending ? (
        <Loading />
      ) : isMissing ? (
        <EmptyState title={lists.unknown(props.kind, name)}>{lists.unknownHelp}</EmptyState>
      ) : (
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      )}
    </DetailPane>
  );
}

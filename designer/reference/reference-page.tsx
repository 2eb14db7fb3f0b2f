import { Loading } from '../kit/loading.tsx';

/** Stands here until the page is built. */
export function ReferencePage() {
  return <Loading />;
}

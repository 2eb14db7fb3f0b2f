import { Loading } from '../kit/loading.tsx';

/** Stands here until the page is built. */
export function ProcessesPage() {
  return <Loading />;
}

import { RouterProvider } from '@tanstack/react-router';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { ChangePasswordPage } from './change-password-page.tsx';
import { LoginPage } from './login-page.tsx';
import { router } from './routes.tsx';
import { useSession } from './session.ts';

/** Lets people in: the log-in page, then the choice of a password where it is due, then the pages. */
export function Gate() {
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.data === undefined) {
    return (
      <div style={{ padding: 24, maxWidth: 560, margin: '10vh auto' }}>
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
      </div>
    );
  }
  if (session.data === null) return <LoginPage />;
  if (session.data.mustChangePassword) return <ChangePasswordPage />;
  return <RouterProvider router={router} />;
}

import { Link, useLocation } from '@tanstack/react-router';
import { supervisor as t } from '../kit/messages/en/supervisor.ts';
import { BoardPane } from './board-pane.tsx';
import { ReportsPane } from './reports-pane.tsx';
import classes from './supervisor.module.css';

/** What supervisors watch: the live board, and reports of what was. */
export function SupervisorPage() {
  const isReports = useLocation().pathname.startsWith('/supervisor/reports');
  return (
    <div className={classes.page}>
      <h1 className={classes.hidden}>{isReports ? t.views.reports : t.views.board}</h1>
      <nav className={classes.views} aria-label={t.title}>
        <Link to="/supervisor" activeOptions={{ exact: true }}>
          {t.views.board}
        </Link>
        <Link to="/supervisor/reports">{t.views.reports}</Link>
      </nav>
      {isReports ? <ReportsPane /> : <BoardPane />}
    </div>
  );
}

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Me } from '#dsl/protocol/me.ts';
import { meKey, queryClient } from '../kit/query-client.ts';
import { draftQuery } from '../process/draft-query.ts';
import { homeOf } from './areas.ts';
import { NotFound } from './not-found.tsx';
import { PageFault } from './page-fault.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageFault });
const under = () => root;

const home = createRoute({
  getParentRoute: under,
  path: '/',
  beforeLoad: () => {
    const me = queryClient.getQueryData<Me | null>(meKey);
    throw redirect({ to: homeOf(me?.role ?? 'agent'), replace: true });
  },
});

const design = createRoute({
  getParentRoute: under,
  path: '/design',
  component: lazyRouteComponent(() => import('../process/processes-page.tsx'), 'ProcessesPage'),
});

/** What a designer's address says beside the path: the object that is selected. */
export interface DesignSearch {
  /** Block id on a strategy canvas, `kind:name` on the process canvas. */
  readonly select?: string;
}

const readDesignSearch = (search: Record<string, unknown>): DesignSearch =>
  typeof search['select'] === 'string' ? { select: search['select'] } : {};

/** What the address of a search says: what is looked for. */
interface FindSearch {
  readonly text?: string;
}

const readFindSearch = (search: Record<string, unknown>): FindSearch =>
  typeof search['text'] === 'string' && search['text'] !== '' ? { text: search['text'] } : {};

const find = createRoute({
  getParentRoute: under,
  path: '/find',
  validateSearch: readFindSearch,
  component: lazyRouteComponent(() => import('../find/find-page.tsx'), 'FindPage'),
});

const reference = createRoute({
  getParentRoute: under,
  path: '/blocks',
  component: lazyRouteComponent(() => import('../reference/reference-page.tsx'), 'ReferencePage'),
});

const process = createRoute({
  getParentRoute: under,
  path: '/design/$process',
  validateSearch: readDesignSearch,
  // beside the page's code, not after it
  loader: ({ params }) => {
    void queryClient.prefetchQuery({ ...draftQuery(params.process), staleTime: Number.POSITIVE_INFINITY });
  },
  component: lazyRouteComponent(() => import('../process/process-frame.tsx'), 'ProcessFrame'),
});

const processCanvas = createRoute({
  getParentRoute: () => process,
  path: '/',
  component: lazyRouteComponent(() => import('../process/process-page.tsx'), 'ProcessPage'),
});

const strategyCanvas = createRoute({
  getParentRoute: () => process,
  path: '$strategy',
  component: lazyRouteComponent(() => import('../strategy/strategy-page.tsx'), 'StrategyPage'),
});

const desktop = createRoute({
  getParentRoute: under,
  path: '/desktop',
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  component: lazyRouteComponent(() => import('../desktop/desktop-page.tsx'), 'DesktopPage'),
});

const testBench = createRoute({
  getParentRoute: under,
  path: '/test-bench',
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  component: lazyRouteComponent(() => import('../testbench/test-bench-page.tsx'), 'TestBenchPage'),
});

const chatBench = createRoute({
  getParentRoute: under,
  path: '/test-bench/chat',
  component: lazyRouteComponent(() => import('../testbench/chat-bench-page.tsx'), 'ChatBenchPage'),
});

const interactions = createRoute({
  getParentRoute: under,
  path: '/interactions',
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  component: lazyRouteComponent(() => import('../trace/interactions-page.tsx'), 'InteractionsPage'),
});

const trace = createRoute({
  getParentRoute: under,
  path: '/interactions/$id',
  component: lazyRouteComponent(() => import('../trace/trace-page.tsx'), 'TracePage'),
});

const loadSupervisor = () => import('../supervisor/supervisor-page.tsx');

const supervisor = createRoute({
  getParentRoute: under,
  path: '/supervisor',
  component: lazyRouteComponent(loadSupervisor, 'SupervisorPage'),
});

const supervisorReports = createRoute({
  getParentRoute: under,
  path: '/supervisor/reports',
  component: lazyRouteComponent(loadSupervisor, 'SupervisorPage'),
});

/** What an address of knowledge or settings says beside the path: that something new is being made. */
interface ListSearch {
  readonly create?: boolean;
}

const readListSearch = (search: Record<string, unknown>): ListSearch =>
  search['create'] === true ? { create: true } : {};

const loadKnowledge = () => import('../knowledge/knowledge-page.tsx');

const knowledge = createRoute({
  getParentRoute: under,
  path: '/knowledge',
  component: lazyRouteComponent(loadKnowledge, 'KnowledgePage'),
});

const knowledgeSection = createRoute({
  getParentRoute: under,
  path: '/knowledge/$',
  validateSearch: readListSearch,
  component: lazyRouteComponent(loadKnowledge, 'KnowledgePage'),
});

const loadSettings = () => import('../settings/settings-page.tsx');

const settings = createRoute({
  getParentRoute: under,
  path: '/settings',
  component: lazyRouteComponent(loadSettings, 'SettingsPage'),
});

const settingsSection = createRoute({
  getParentRoute: under,
  path: '/settings/$',
  validateSearch: readListSearch,
  component: lazyRouteComponent(loadSettings, 'SettingsPage'),
});

/** Every address of the app. Each area is loaded when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    design,
    process.addChildren([processCanvas, strategyCanvas]),
    find,
    reference,
    desktop,
    testBench,
    chatBench,
    supervisor,
    supervisorReports,
    interactions,
    trace,
    knowledge,
    knowledgeSection,
    settings,
    settingsSection,
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

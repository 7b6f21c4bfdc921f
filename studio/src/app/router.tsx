import { lazy, type ComponentType } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Allowed } from './Allowed.tsx';
import { NotFound } from './NotFound.tsx';
import { PageError } from './PageError.tsx';
import { Shell } from './Shell.tsx';

/** A page that is loaded when somebody goes there. */
function page(path: string, permission: string, load: () => Promise<ComponentType>) {
  const Page = lazy(async () => ({ default: await load() }));
  return {
    path,
    errorElement: <PageError />,
    element: (
      <Allowed permission={permission}>
        <Page />
      </Allowed>
    ),
  };
}

export const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      errorElement: <PageError />,
      children: [
        { path: '/', element: <Navigate to="/agents" replace /> },
        page('/agents', 'agents:read', async () => (await import('../features/agents/AgentsPage.tsx')).AgentsPage),
        page('/agents/:id', 'agents:read', async () => (await import('../features/agents/AgentPage.tsx')).AgentPage),
        page(
          '/scenarios',
          'scenarios:read',
          async () => (await import('../features/scenarios/ScenariosPage.tsx')).ScenariosPage,
        ),
        page(
          '/scenarios/:id',
          'scenarios:read',
          async () => (await import('../features/scenarios/EditorPage.tsx')).EditorPage,
        ),
        page(
          '/conversations',
          'conversations:read',
          async () => (await import('../features/conversations/ConversationsPage.tsx')).ConversationsPage,
        ),
        page(
          '/conversations/:id',
          'conversations:read',
          async () => (await import('../features/conversations/ConversationPage.tsx')).ConversationPage,
        ),
        page(
          '/knowledge',
          'knowledge:read',
          async () => (await import('../features/knowledge/KnowledgePage.tsx')).KnowledgePage,
        ),
        page(
          '/knowledge/:base',
          'knowledge:read',
          async () => (await import('../features/knowledge/BasePage.tsx')).BasePage,
        ),
        page(
          '/plugins',
          'connections:read',
          async () => (await import('../features/plugins/PluginsPage.tsx')).PluginsPage,
        ),
        page('/models', 'connections:read', async () => (await import('../features/models/ModelsPage.tsx')).ModelsPage),
        { path: '*', element: <NotFound /> },
      ],
    },
  ],
  { basename: '/studio' },
);

import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useTexts } from './texts.ts';

export function NotFound() {
  const t = useTexts();
  useDocumentTitle(t('notFound'));
  return (
    <EmptyState
      icon={<CompassOutlined />}
      title={t('notFound')}
      action={
        <Link to="/agents">
          <Button type="primary" tabIndex={-1}>
            {t('toAgents')}
          </Button>
        </Link>
      }
    >
      {t('notFoundText')}
    </EmptyState>
  );
}

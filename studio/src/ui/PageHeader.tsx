import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './use-document-title.ts';

interface PageHeaderProps {
  title: string;
  /** Shown instead of the plain title. */
  heading?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: what it is, what it is for, and what can be done on it. */
export function PageHeader({ title, heading, hint, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className="page-header">
      <div className="page-header-words">
        <Typography.Title level={1}>{heading ?? title}</Typography.Title>
        {hint && <Typography.Text type="secondary">{hint}</Typography.Text>}
      </div>
      {actions && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}

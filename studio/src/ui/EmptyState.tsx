import { Typography } from 'antd';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what would be here, why one wants it, and how to begin. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon && (
        <div className="empty-state-icon" aria-hidden>
          {icon}
        </div>
      )}
      <Typography.Title level={2}>{title}</Typography.Title>
      <Typography.Paragraph type="secondary">{children}</Typography.Paragraph>
      {action}
    </div>
  );
}

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice.tsx';

interface LoadedProps<T> {
  of: UseQueryResult<T>;
  /** Lines of the skeleton. */
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Shows what was read: a skeleton until it is there, the problem and a way on where it does not come. */
export function Loaded<T>({ of, rows = 6, children }: LoadedProps<T>) {
  const { data, error, refetch } = of;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <ProblemNotice error={error} onRetry={refetch} />;
  return <Skeleton active title={false} paragraph={{ rows }} />;
}

import {
  ApiOutlined,
  BookOutlined,
  BranchesOutlined,
  MessageOutlined,
  RobotOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface Place {
  key: 'agents' | 'scenarios' | 'conversations' | 'knowledge' | 'plugins' | 'models';
  path: string;
  group: 'build' | 'run' | 'connect';
  icon: ReactNode;
  permission: string;
  /** Pressed after `g`. */
  letter: string;
}

/** Where one can go, for the navigation, the palette and the keyboard alike. */
export const places: readonly Place[] = [
  { key: 'agents', path: '/agents', group: 'build', icon: <RobotOutlined />, permission: 'agents:read', letter: 'a' },
  {
    key: 'scenarios',
    path: '/scenarios',
    group: 'build',
    icon: <BranchesOutlined />,
    permission: 'scenarios:read',
    letter: 's',
  },
  {
    key: 'knowledge',
    path: '/knowledge',
    group: 'build',
    icon: <BookOutlined />,
    permission: 'knowledge:read',
    letter: 'k',
  },
  {
    key: 'conversations',
    path: '/conversations',
    group: 'run',
    icon: <MessageOutlined />,
    permission: 'conversations:read',
    letter: 'c',
  },
  {
    key: 'plugins',
    path: '/plugins',
    group: 'connect',
    icon: <ApiOutlined />,
    permission: 'connections:read',
    letter: 'p',
  },
  {
    key: 'models',
    path: '/models',
    group: 'connect',
    icon: <ThunderboltOutlined />,
    permission: 'connections:read',
    letter: 'm',
  },
];

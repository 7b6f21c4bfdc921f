import {
  ApartmentOutlined,
  ApiOutlined,
  BranchesOutlined,
  BulbOutlined,
  ClockCircleOutlined,
  CustomerServiceOutlined,
  EditOutlined,
  FilterOutlined,
  ForkOutlined,
  FormOutlined,
  MergeCellsOutlined,
  MessageOutlined,
  NotificationOutlined,
  PartitionOutlined,
  ReadOutlined,
  RobotOutlined,
  SoundOutlined,
  StopOutlined,
  TagsOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import type { StepType } from '@scenarium/language';
import type { ComponentType } from 'react';
import './colors.css';

/** Kinds of steps that belong together: they share a colour, and a group of the palette. */
export const GROUPS = ['talk', 'decide', 'data', 'time', 'model', 'world'] as const;
export type Group = (typeof GROUPS)[number];

interface Look {
  group: Group;
  Icon: ComponentType;
}

/** How each kind of step looks; a type that is missing here does not compile. */
export const looks: { [T in StepType]: Look } = {
  message: { group: 'talk', Icon: MessageOutlined },
  ask: { group: 'talk', Icon: FormOutlined },
  handover: { group: 'talk', Icon: CustomerServiceOutlined },
  'set-language': { group: 'talk', Icon: TranslationOutlined },
  condition: { group: 'decide', Icon: BranchesOutlined },
  switch: { group: 'decide', Icon: PartitionOutlined },
  parallel: { group: 'decide', Icon: ForkOutlined },
  join: { group: 'decide', Icon: MergeCellsOutlined },
  end: { group: 'decide', Icon: StopOutlined },
  set: { group: 'data', Icon: EditOutlined },
  transform: { group: 'data', Icon: FilterOutlined },
  wait: { group: 'time', Icon: ClockCircleOutlined },
  event: { group: 'time', Icon: NotificationOutlined },
  llm: { group: 'model', Icon: BulbOutlined },
  agent: { group: 'model', Icon: RobotOutlined },
  answer: { group: 'model', Icon: ReadOutlined },
  classify: { group: 'model', Icon: TagsOutlined },
  action: { group: 'world', Icon: ApiOutlined },
  emit: { group: 'world', Icon: SoundOutlined },
  call: { group: 'world', Icon: ApartmentOutlined },
};

export const STEP_TYPES = Object.keys(looks) as StepType[];

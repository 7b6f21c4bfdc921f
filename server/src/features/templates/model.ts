import type { Case, LocalisedText, Scenario } from '@scenarium/language';
import type { ShownAs } from '../agents/index.ts';

/** One dialogue that proves a template; `key` is the name of its file. */
export interface TemplateCase {
  key: string;
  given: Case;
}

/** A ready scenario that agents are made from. */
export interface Template {
  id: string;
  /** In the words of designers. */
  title: LocalisedText;
  summary: LocalisedText;
  /** What end users see of an agent made from it. */
  shownAs: Record<string, ShownAs>;
  scenario: Scenario;
  cases: TemplateCase[];
}

import type { LocalisedText, Scenario } from '@scenarium/language';
import type { ShownAs } from '../agents/index.ts';

/** One dialogue that proves a template, as it is written in its `cases` folder. */
export interface TemplateCase {
  name: string;
  locale: string;
  /** The case itself: what is said and pressed, and how actions answer. */
  given: Record<string, unknown>;
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

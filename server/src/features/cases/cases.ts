import { Case } from '@scenarium/language';
import { ObjectId } from 'mongodb';
import type { Model } from 'mongoose';
import type { StoredCase } from './model.ts';
import { caseProblems } from './problems.ts';

const MOST_CASES = 200;
const LARGEST_CASE = 65_536;

/** Which case: its key in a scenario of an organisation. */
export interface CasePlace {
  tenant: string;
  scenario: string;
  key: string;
}

/** The valid case in what was sent. @throws case_invalid with every problem and its place */
export function readCase(given: unknown): Case {
  const parsed = Case.safeParse(given);
  if (parsed.success) return parsed.data;
  throw caseProblems.case_invalid({ errors: parsed.error.issues.map(({ path, message }) => ({ path, message })) });
}

export function listCases(cases: Model<StoredCase>, of: { tenant: string; scenario: string }): Promise<StoredCase[]> {
  return cases.find(of).sort({ key: 1 }).lean();
}

/** Adds a case, or puts it in the place of the one with its key. @throws case_too_large, too_many_cases */
export async function saveCase(cases: Model<StoredCase>, place: CasePlace, given: Case): Promise<StoredCase> {
  const { tenant, scenario } = place;
  const size = JSON.stringify(given).length;
  if (size > LARGEST_CASE)
    throw caseProblems.case_too_large({ detail: `${size} characters, ${LARGEST_CASE} are allowed` });
  if ((await cases.countDocuments({ tenant, scenario, key: { $ne: place.key } })) >= MOST_CASES)
    throw caseProblems.too_many_cases({ detail: String(MOST_CASES) });
  return cases
    .findOneAndUpdate(
      place,
      { $set: { given }, $setOnInsert: { _id: new ObjectId().toHexString() } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
}

/** @throws case_not_found */
export async function removeCase(cases: Model<StoredCase>, place: CasePlace): Promise<void> {
  const { deletedCount } = await cases.deleteOne(place);
  if (deletedCount === 0) throw caseProblems.case_not_found({ detail: place.key });
}

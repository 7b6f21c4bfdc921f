import { partsOf } from './mentions.ts';
import type { Comment } from './use-threads.ts';

/** What somebody said, with the names of those who are mentioned. */
export function CommentText({ comment: { text, mentions } }: { comment: Comment }) {
  return (
    <p className="pre">
      {partsOf(text, mentions).map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          <span key={i} className="mention">
            @{part.name}
          </span>
        ),
      )}
    </p>
  );
}

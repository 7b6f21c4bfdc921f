import { GridFSBucket, type Db } from 'mongodb';
import type { KnowledgeDocument } from '../model.ts';

type Owner = Pick<KnowledgeDocument, '_id' | 'generation'>;

/** The bytes of documents. */
export interface Files {
  save(of: Owner, bytes: Uint8Array): Promise<void>;
  /** Null when there are none. */
  load(of: Owner): Promise<Buffer | null>;
  remove(of: Owner): Promise<void>;
}

/** Files in GridFS, beside the data they belong to: every server that reaches the database reaches them. */
export function createFiles(db: Db): Files {
  const bucket = new GridFSBucket(db, { bucketName: 'documentFiles' });
  const nameOf = ({ _id, generation }: Owner): string => `${_id}/${generation}`;

  async function remove(of: Owner): Promise<void> {
    for await (const { _id } of bucket.find({ filename: nameOf(of) })) await bucket.delete(_id).catch(() => undefined);
  }

  return {
    async save(of, bytes) {
      await remove(of);
      await new Promise<void>((resolve, reject) => {
        bucket.openUploadStream(nameOf(of)).once('finish', resolve).once('error', reject).end(bytes);
      });
    },
    async load(of) {
      const [file] = await bucket
        .find({ filename: nameOf(of) })
        .sort({ uploadDate: -1 })
        .limit(1)
        .toArray();
      if (!file) return null;
      const parts: Buffer[] = [];
      for await (const part of bucket.openDownloadStream(file._id)) parts.push(part as Buffer);
      return Buffer.concat(parts);
    },
    remove,
  };
}

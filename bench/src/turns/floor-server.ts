// The floor: bare Express and one journalled write per request, on the same engine.
import express from 'express';
import { MongoClient } from 'mongodb';

const client = await MongoClient.connect(process.env['MONGODB_URI'] ?? '', { retryWrites: false });
const documents = client.db('floor').collection<{ _id: string; turns: number; last: string }>('documents');
const app = express();
app.get('/health', (_request, response) => void response.json({ status: 'ok' }));
app.post('/turns/:id', express.json(), async (request, response) => {
  const { text } = request.body as { text: string };
  const update = { $inc: { turns: 1 }, $set: { last: text } };
  const found = await documents.findOneAndUpdate({ _id: request.params.id }, update, {
    upsert: true,
    returnDocument: 'after',
    writeConcern: { w: 1, j: true },
  });
  response.json({ turns: found?.turns });
});
app.listen(Number(process.env['PORT']), '127.0.0.1');

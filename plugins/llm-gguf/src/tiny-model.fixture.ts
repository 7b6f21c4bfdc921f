import { ggufFile, type GgufTensor, type GgufValue } from './gguf-file.fixture.ts';

/** Length of the vectors of the tiny model. */
export const TINY_WIDTH = 64;
/** Tokens that the tiny model was “trained” on at once. */
export const TINY_CONTEXT = 4_096;

const HEADS = 4;
const INNER = 96;
const LAYERS = 2;
const WORDS = [' ', '▁', 'the', '▁the', 'да', '▁нет', 'er', 'on', '{', '}', '"', ':', ',', '[', ']'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.?!-_'];

/**
 * A llama of random weights, some 450 KB: it says nonsense, the same for the same seed, and never stops by itself. With a habit it says
 * that whenever it may.
 */
export function tinyModel({ seed = 1, habit }: { seed?: number; habit?: string } = {}): Buffer {
  const next = randomFrom(seed);
  const vocabulary = ['<unk>', '<s>', '</s>', ...bytes(), ...new Set([...WORDS, ...LETTERS, habit ?? '?'])];
  const kinds = vocabulary.map((_, i) => (i === 0 ? 2 : i < 3 ? 3 : i < 259 ? 6 : 1));
  const tensor = (name: string, ...dimensions: number[]): GgufTensor => {
    const data = new Float32Array(dimensions.reduce((product, size) => product * size, 1));
    const isNorm = dimensions.length === 1;
    for (let i = 0; i < data.length; i += 1) data[i] = isNorm ? 1 : (next() - 0.5) * 0.6;
    return { name, dimensions, data };
  };
  const words = vocabulary.length;
  const output = tensor('output.weight', TINY_WIDTH, words);
  // The end of the text is never likely.
  output.data.fill(0, 2 * TINY_WIDTH, 3 * TINY_WIDTH);
  const embedding = tensor('token_embd.weight', TINY_WIDTH, words);
  if (habit !== undefined) {
    // Every token brings the same into the first channel, and the habit alone listens to it.
    for (let i = 0; i < words; i += 1) embedding.data[i * TINY_WIDTH] = 20;
    for (let i = 0; i < words; i += 1) output.data[i * TINY_WIDTH] = 0;
    output.data[vocabulary.indexOf(habit) * TINY_WIDTH] = 10;
  }
  return ggufFile(metadata(vocabulary, kinds), [
    embedding,
    tensor('output_norm.weight', TINY_WIDTH),
    output,
    ...Array.from({ length: LAYERS }, (_, layer) => [
      tensor(`blk.${layer}.attn_norm.weight`, TINY_WIDTH),
      tensor(`blk.${layer}.attn_q.weight`, TINY_WIDTH, TINY_WIDTH),
      tensor(`blk.${layer}.attn_k.weight`, TINY_WIDTH, TINY_WIDTH),
      tensor(`blk.${layer}.attn_v.weight`, TINY_WIDTH, TINY_WIDTH),
      tensor(`blk.${layer}.attn_output.weight`, TINY_WIDTH, TINY_WIDTH),
      tensor(`blk.${layer}.ffn_norm.weight`, TINY_WIDTH),
      tensor(`blk.${layer}.ffn_gate.weight`, TINY_WIDTH, INNER),
      tensor(`blk.${layer}.ffn_up.weight`, TINY_WIDTH, INNER),
      tensor(`blk.${layer}.ffn_down.weight`, INNER, TINY_WIDTH),
    ]).flat(),
  ]);
}

function metadata(vocabulary: readonly string[], kinds: readonly number[]): Record<string, GgufValue> {
  const uint32 = (value: number): GgufValue => ({ type: 'uint32', value });
  const text = (value: string): GgufValue => ({ type: 'string', value });
  return {
    'general.architecture': text('llama'),
    'general.name': text('tiny'),
    'general.file_type': uint32(0),
    'llama.context_length': uint32(TINY_CONTEXT),
    'llama.embedding_length': uint32(TINY_WIDTH),
    'llama.block_count': uint32(LAYERS),
    'llama.feed_forward_length': uint32(INNER),
    'llama.attention.head_count': uint32(HEADS),
    'llama.attention.head_count_kv': uint32(HEADS),
    'llama.attention.layer_norm_rms_epsilon': { type: 'float32', value: 1e-5 },
    'llama.rope.dimension_count': uint32(TINY_WIDTH / HEADS),
    'llama.vocab_size': uint32(vocabulary.length),
    'tokenizer.ggml.model': text('llama'),
    'tokenizer.ggml.tokens': { type: 'strings', value: vocabulary },
    'tokenizer.ggml.scores': { type: 'float32s', value: vocabulary.map((word) => word.length) },
    'tokenizer.ggml.token_type': { type: 'int32s', value: kinds },
    'tokenizer.ggml.bos_token_id': uint32(1),
    'tokenizer.ggml.eos_token_id': uint32(2),
    'tokenizer.ggml.unknown_token_id': uint32(0),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
  };
}

function bytes(): string[] {
  return Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`);
}

/** Numbers from 0 to 1, the same for the same seed (a multiplicative congruential generator, Park and Miller 1988). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

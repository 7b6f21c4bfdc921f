/** A metadata value as GGUF stores it: the type says which of its value types. */
export type GgufValue =
  | { type: 'uint32' | 'int32' | 'float32'; value: number }
  | { type: 'bool'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'strings'; value: readonly string[] }
  | { type: 'float32s' | 'int32s'; value: readonly number[] };

/** Weights in 32-bit floats; the first dimension is the one whose values lie side by side. */
export interface GgufTensor {
  name: string;
  dimensions: readonly number[];
  data: Float32Array;
}

const ALIGNMENT = 32;
const TYPES = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 } as const;

/**
 * The bytes of a GGUF file, version 3.
 * Source of the format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
export function ggufFile(metadata: Readonly<Record<string, GgufValue>>, tensors: readonly GgufTensor[]): Buffer {
  const entries = Object.entries(metadata);
  let offset = 0;
  const infos = tensors.map(({ name, dimensions, data }) => {
    const info = Buffer.concat([
      text(name),
      uint32(dimensions.length),
      ...dimensions.map(uint64),
      uint32(0),
      uint64(offset),
    ]);
    offset = aligned(offset + data.byteLength);
    return info;
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    uint32(3),
    uint64(tensors.length),
    uint64(entries.length),
    ...entries.map(([key, value]) => Buffer.concat([text(key), toBytes(value)])),
    ...infos,
  ]);
  return Buffer.concat([padded(head), ...tensors.map(({ data }) => padded(Buffer.from(data.buffer)))]);
}

function toBytes(given: GgufValue): Buffer {
  switch (given.type) {
    case 'string':
      return Buffer.concat([uint32(TYPES.string), text(given.value)]);
    case 'bool':
      return Buffer.concat([uint32(TYPES.bool), Buffer.from([given.value ? 1 : 0])]);
    case 'uint32':
    case 'int32':
    case 'float32':
      return Buffer.concat([uint32(TYPES[given.type]), number(given.type, given.value)]);
    case 'strings':
      return array(TYPES.string, given.value.map(text));
    case 'float32s':
      return array(
        TYPES.float32,
        given.value.map((value) => number('float32', value)),
      );
    case 'int32s':
      return array(
        TYPES.int32,
        given.value.map((value) => number('int32', value)),
      );
  }
}

function array(type: number, items: readonly Buffer[]): Buffer {
  return Buffer.concat([uint32(TYPES.array), uint32(type), uint64(items.length), ...items]);
}

function number(type: 'uint32' | 'int32' | 'float32', value: number): Buffer {
  const bytes = Buffer.alloc(4);
  if (type === 'float32') bytes.writeFloatLE(value);
  else if (type === 'int32') bytes.writeInt32LE(value);
  else bytes.writeUInt32LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  return number('uint32', value);
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}

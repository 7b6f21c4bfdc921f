import { Binary } from 'mongodb';

/** Vectors are kept as little-endian 32-bit numbers. */
export function binaryOf(vector: readonly number[] | Float32Array): Binary {
  const numbers = Float32Array.from(vector);
  return new Binary(Buffer.from(numbers.buffer));
}

export function numbersOf(vector: Binary | null | undefined): Float32Array | null {
  if (!vector) return null;
  const bytes = vector.buffer;
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + vector.length()));
}

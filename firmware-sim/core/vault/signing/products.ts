/**
 * Products and inverses of private keys modulo the order of secp256k1, as Montgomery computes them: no division, and the same steps
 * for all numbers. A number is 22 digits of 12 bits, so that no sum of 44 products passes 2^30: V8 makes a number beyond that an object,
 * which takes longer and stays in memory.
 */
import { fromHex } from '../../../../src/protocol/bytes.ts';
import { orderBytes, reduceScalar, scalarLength } from '../addresses/scalars.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes, secretIndexes } from '../memory/secret-bytes.ts';

const digitBits = 12;
const digitMask = 0xfff;
const digitCount = 22;

/** The lowest digit first. In Montgomery's form it stands for itself divided by `radix`, 2^264, and is below twice the order. */
type Digits = Uint16Array;

/** Of this one type of array alone, which spares V8 to look what it is each time. */
const digitAt = (digits: Digits, at: number): number => digits[at] ?? 0;

/** A byte by its place from the lowest; zero past the highest. */
const byteFrom = (bytes: Uint8Array, place: number): number => bytes[scalarLength - 1 - place] ?? 0;

function digitsOf(bytes: Uint8Array): Digits {
  const digits = secretIndexes(digitCount);
  for (let at = 0; at < digitCount; at += 1) {
    const bit = at * digitBits;
    const place = bit >>> 3;
    const pair = byteFrom(bytes, place) | (byteFrom(bytes, place + 1) << 8);
    digits[at] = (pair >>> (bit & 7)) & digitMask;
  }
  return digits;
}

function bytesOf(digits: Digits): Uint8Array {
  const bytes = secretBytes(scalarLength);
  for (let place = 0; place < scalarLength; place += 1) {
    const bit = place * 8;
    const at = Math.floor(bit / digitBits);
    const pair = digitAt(digits, at) | (digitAt(digits, at + 1) << digitBits);
    bytes[scalarLength - 1 - place] = pair >>> (bit % digitBits);
  }
  return bytes;
}

const order = digitsOf(orderBytes);
const lowestOfOrder = digitAt(order, 0);
/** -1 divided by the order, modulo 2^12. */
const quotientFactor = 0x13f;
/** The radix squared, modulo the order: a product with it takes a number into Montgomery's form. */
const radixSquared = digitsOf(fromHex('1cd581c69bc5e697f5e45bcd07c73c1a3cedb42ce7fb6cbec074017ec566e1d9'));
/** A product with it takes a number out again. */
const one = Uint16Array.from({ length: digitCount }, (_, at) => (at === 0 ? 1 : 0));
/** By Fermat's little theorem this power of a number is its inverse: the order less 2, four bits at a time from the highest. It's public. */
const exponent = Array.from(orderBytes, (byte, at) => byte - (at === scalarLength - 1 ? 2 : 0)).flatMap(
  (byte) => [byte >>> 4, byte & 15],
);

/**
 * `left` times `right`, divided by the radix, into `into`, which may be one of the two. A multiple of the order is added whose lower half
 * makes that of the product zero, digit by digit; `multiple` is room for its digits. Below twice the order, if both are.
 */
function multiply(into: Digits, left: Digits, right: Digits, multiple: Digits): void {
  let column = 0;
  for (let at = 0; at < digitCount; at += 1) {
    for (let each = 0; each < at; each += 1) {
      column += Math.imul(digitAt(left, each), digitAt(right, at - each));
      column += Math.imul(digitAt(multiple, each), digitAt(order, at - each));
    }
    column += Math.imul(digitAt(left, at), digitAt(right, 0));
    const digit = Math.imul(column & digitMask, quotientFactor) & digitMask;
    multiple[at] = digit;
    column = (column + Math.imul(digit, lowestOfOrder)) >>> digitBits;
  }
  for (let at = digitCount; at < 2 * digitCount; at += 1) {
    for (let each = at - digitCount + 1; each < digitCount; each += 1) {
      column += Math.imul(digitAt(left, each), digitAt(right, at - each));
      column += Math.imul(digitAt(multiple, each), digitAt(order, at - each));
    }
    into[at - digitCount] = column & digitMask;
    column >>>= digitBits;
  }
}

function enter(scalar: Uint8Array, multiple: Digits): Digits {
  const digits = digitsOf(scalar);
  multiply(digits, digits, radixSquared, multiple);
  return digits;
}

/** Erases the digits. The product with one is the order at most. */
function leave(digits: Digits, multiple: Digits): Uint8Array {
  multiply(digits, digits, one, multiple);
  const bytes = bytesOf(digits);
  const scalar = reduceScalar(bytes);
  erase(digits, bytes, multiple);
  return scalar;
}

/** `left` times `right`, of 32 bytes each, which may be above the order; the product is below it. The caller erases it. */
export function multiplyScalars(left: Uint8Array, right: Uint8Array): Uint8Array {
  const multiple = secretIndexes(digitCount);
  const [product, factor] = [enter(left, multiple), enter(right, multiple)];
  multiply(product, product, factor, multiple);
  erase(factor);
  return leave(product, multiple);
}

/** The number whose product with `scalar` is 1 modulo the order; of 0 it is 0. The caller erases it. */
export function invertScalar(scalar: Uint8Array): Uint8Array {
  const multiple = secretIndexes(digitCount);
  const base = enter(scalar, multiple);
  // Its powers from 1 to 15.
  const powers = [base];
  for (let last = base; powers.length < 15; powers.push(last)) {
    const next = secretIndexes(digitCount);
    multiply(next, last, base, multiple);
    last = next;
  }
  const result = secretIndexes(digitCount);
  multiply(result, radixSquared, one, multiple);
  for (const digit of exponent) {
    for (let bit = 0; bit < 4; bit += 1) multiply(result, result, result, multiple);
    // None for a digit of 0.
    const power = powers[digit - 1];
    if (power !== undefined) multiply(result, result, power, multiple);
  }
  erase(...powers);
  return leave(result, multiple);
}

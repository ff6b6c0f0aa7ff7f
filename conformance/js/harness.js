// What the tests share: clients that stock configuration points at the server, and waiting.
// Does not: test anything.

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.js";

export const ACCOUNT = "000000000000";
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/conformance`;

/** Options of every client. Endpoint, region and credentials come from the environment alone. */
export const options = { maxAttempts: 1 };

/** A name that no other test uses, legal in every service. */
export function unique(prefix) {
  return `${prefix}-${randomUUID().slice(0, 13)}`;
}

/** The first true answer of `condition`, asked again and again for thirty seconds. */
export async function waitUntil(condition, what, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

/** A zip with one file. */
export function zipOf(name, text) {
  const data = Buffer.from(text);
  const packed = deflateRawSync(data);
  const title = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0); // version needed
  facts.writeUInt16LE(8, 4); // deflate
  facts.writeUInt16LE(0x21, 8); // 1980-01-01
  facts.writeUInt32LE(crc32(data), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(data.length, 18);
  facts.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, title, packed]);
  const entry = Buffer.concat([
    Buffer.from("PK\x01\x02"),
    Buffer.from([20, 3]),
    facts,
    Buffer.alloc(6),
    Buffer.from([0, 0, 0xa4, 0x81]), // a file that all may read
    Buffer.alloc(4),
    title,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from("PK\x05\x06"), end]);
}

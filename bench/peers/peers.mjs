// Runs the peers over one line file and prints for each what it did, one JSON object a line.
//
//   node peers.mjs ARTICLES.jsonl [SECONDS]
//
// A peer does only a part of what hearsay does (no peer makes claims): compromise tags every word
// and finds persons and organisations. It is stopped after SECONDS; its figures are over what it
// had read by then.

import {readFileSync} from 'node:fs';
import nlp from 'compromise';

const [path, seconds = '10'] = process.argv.slice(2);
const texts = readFileSync(path, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text);

const peers = {
  compromise(text) {
    const read = nlp(text);
    return read.people().out('array').length + read.organizations().out('array').length;
  },
};

for (const [name, read] of Object.entries(peers)) {
  texts.slice(0, 20).forEach(read);  // warm
  const started = performance.now();
  let documents = 0, bytes = 0, found = 0;
  for (const text of texts) {
    if (performance.now() - started > Number(seconds) * 1000) break;
    found += read(text);
    bytes += Buffer.byteLength(text);
    documents += 1;
  }
  const taken = (performance.now() - started) / 1000;
  console.log(JSON.stringify({name, documents, bytes, found, seconds: taken,
                              peak_bytes: process.resourceUsage().maxRSS * 1024}));
}

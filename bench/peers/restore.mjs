// One peer that undoes look-alikes: {"text": …} in, {"text": …} out, one JSON object a line.
//
//   node restore.mjs PEER SECONDS < IN > OUT
//
// Then, when SECONDS is not 0, restores the same texts over and over for so long and says on
// standard error how much that was: {"bytes": …, "seconds": …}.

import {readFileSync, writeSync} from 'node:fs';
import decancer from 'decancer';
import unhomoglyph from 'unhomoglyph';

const kept = {retainCapitalization: true, retainDiacritics: true, retainEmojis: true, disableBidi: true};
const peers = {
  'decancer': text => decancer(text).toString(),
  'decancer-kept': text => decancer(text, kept).toString(),  // the options that harm least
  'unhomoglyph': unhomoglyph,
};

const [name, seconds = '0'] = process.argv.slice(2);
const restore = peers[name];
const texts = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text);
const lines = texts.map(text => JSON.stringify({text: restore(text)}) + '\n').join('');
for (let out = Buffer.from(lines); out.length > 0;) out = out.subarray(writeSync(1, out));

const started = performance.now();
let bytes = 0;
while (performance.now() - started < Number(seconds) * 1000) {
  for (const text of texts) {
    restore(text);
    bytes += Buffer.byteLength(text);
  }
}
if (bytes > 0) console.error(JSON.stringify({bytes, seconds: (performance.now() - started) / 1000}));

/*
 * The two scripts that every backup and archive carries, so that anybody can check a journal without Acquit.
 * They need nothing but Node or Python and say the same; the format is explained in LISEZMOI.txt.
 */

/** Names of the scripts beside the journal. */
export const verificationFiles = { node: 'verifier_journal.mjs', python: 'verifier_journal.py' } as const;

export const nodeVerification = String.raw`// Verifie la chaine d'empreintes d'un journal d'Acquit, et les documents ranges a cote. Aucune dependance.
// Usage : node verifier_journal.mjs [journal.ndjson] [empreinte attendue]
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const path = process.argv[2] ?? join(here, 'journal.ndjson');
const fail = (message) => {
  console.error('ANOMALIE : ' + message);
  process.exit(1);
};
const isHash = (text) => /^[0-9a-f]{64}$/.test(text);

let previous = '';
let number = 0;
let lastBody = '';
// Empreintes que le journal contient, et celles des documents qu'il cite.
const known = new Set();
const cited = new Set();
// Chaque ligne : {"hash":"<64 chiffres hexadecimaux>","body":<JSON>}
// hash = SHA-256(hash precedent + LF + octets exacts de <JSON>)
const check = (line) => {
  number += 1;
  const text = line.toString('latin1');
  const hash = text.slice(9, 73);
  if (!text.startsWith('{"hash":"') || !isHash(hash) || text.slice(73, 82) !== '","body":' || !text.endsWith('}'))
    fail('ligne ' + number + ' : forme inattendue.');
  const body = line.subarray(82, line.length - 1);
  const counted = createHash('sha256').update(previous + '\n').update(body).digest('hex');
  if (counted !== hash)
    fail('ligne ' + number + ' : empreinte differente. Cette ligne, ou une ligne retiree ou deplacee juste avant, a ete modifiee.');
  previous = hash;
  lastBody = body;
  const said = body.toString('latin1');
  for (const [found] of said.matchAll(/[0-9a-f]{64}/g)) known.add(found);
  for (const [, found] of said.matchAll(/"(?:hash|documentHash)":"([0-9a-f]{64})"/g)) cited.add(found);
};

if (!existsSync(path)) fail('fichier absent : ' + path);
let rest = Buffer.alloc(0);
for await (const piece of createReadStream(path)) {
  let from = 0;
  for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
    check(Buffer.concat([rest, piece.subarray(from, end)]));
    rest = Buffer.alloc(0);
    from = end + 1;
  }
  rest = Buffer.concat([rest, piece.subarray(from)]);
}
if (rest.length > 0) fail('ligne ' + (number + 1) + ' : incomplete.');
if (number === 0) fail('le fichier est vide.');

// La fin du journal se compare a l'empreinte notee ailleurs : argument, ou backup.json ou archive.json a cote.
const expected = [];
if (process.argv[3]) expected.push(['attendue', process.argv[3].trim().toLowerCase()]);
for (const name of ['backup.json', 'archive.json']) {
  const file = join(dirname(path), name);
  if (existsSync(file)) expected.push(['de ' + name, JSON.parse(readFileSync(file, 'utf8')).chainHash]);
}
for (const [name, hash] of expected)
  if (hash !== previous) fail('la derniere empreinte est ' + previous + ', celle ' + name + ' est ' + hash + '. Des lignes manquent a la fin, ou ce journal en est un autre.');

// Les documents ranges a cote : chacun est compare au journal, puis a son nom (sauvegarde) ou a index.csv (archive).
const folder = join(dirname(path), 'documents');
const documents = [];
if (existsSync(folder)) {
  const index = join(folder, 'index.csv');
  const listed = existsSync(index) ? readFileSync(index, 'latin1') : '';
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || file === index) continue;
    const digest = createHash('sha256');
    for await (const piece of createReadStream(file)) digest.update(piece);
    const hash = digest.digest('hex');
    const name = entry.name.slice(0, entry.name.length - extname(entry.name).length);
    if (isHash(name) ? name !== hash : !known.has(hash) && !listed.includes(hash))
      fail('documents : ' + entry.name + ' a ete modifie, son empreinte est ' + hash + '.');
    documents.push(hash);
  }
}

const last = JSON.parse(lastBody.toString('utf8'));
console.log('Journal entier : ' + (number - 1) + ' modification(s).');
if (last.at) console.log('Derniere modification : ' + last.at);
console.log('Derniere empreinte : ' + previous);
if (existsSync(folder)) {
  const inJournal = documents.filter((hash) => known.has(hash)).length;
  console.log('Documents : ' + inJournal + ' conforme(s) au journal, ' + (documents.length - inJournal) + ' dont il ne dit rien.');
  for (const hash of cited) if (!documents.includes(hash)) console.log('Document cite par le journal, absent ici : ' + hash);
}
if (expected.length === 0) console.log('Comparez cette empreinte a celle que vous avez notee : elle seule prouve que rien ne manque a la fin.');
`;

export const pythonVerification = String.raw`# Verifie la chaine d'empreintes d'un journal d'Acquit, et les documents ranges a cote. Aucune dependance (Python 3).
# Usage : python3 verifier_journal.py [journal.ndjson] [empreinte attendue] (sous Windows : python)
import hashlib
import json
import os
import re
import sys

here = os.path.dirname(os.path.abspath(__file__))
path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "journal.ndjson")


def fail(message):
    sys.stderr.write("ANOMALIE : " + message + "\n")
    sys.exit(1)


# Chaque ligne : {"hash":"<64 chiffres hexadecimaux>","body":<JSON>}
# hash = SHA-256(hash precedent + LF + octets exacts de <JSON>)
shape = re.compile(rb'\{"hash":"([0-9a-f]{64})","body":(.*)\}\Z', re.DOTALL)
if not os.path.exists(path):
    fail("fichier absent : " + path)
previous = ""
number = 0
body = b""
# Empreintes que le journal contient, et celles des documents qu'il cite.
known = set()
cited = []
with open(path, "rb") as journal:
    for line in journal:
        number += 1
        if not line.endswith(b"\n"):
            fail("ligne %d : incomplete." % number)
        found = shape.match(line[:-1])
        if found is None:
            fail("ligne %d : forme inattendue." % number)
        body = found.group(2)
        counted = hashlib.sha256(previous.encode("ascii") + b"\n" + body).hexdigest()
        if counted != found.group(1).decode("ascii"):
            fail("ligne %d : empreinte differente. Cette ligne, ou une ligne retiree ou deplacee juste avant, a ete modifiee." % number)
        previous = counted
        known.update(re.findall(rb"[0-9a-f]{64}", body))
        for one in re.findall(rb'"(?:hash|documentHash)":"([0-9a-f]{64})"', body):
            if one not in cited:
                cited.append(one)
if number == 0:
    fail("le fichier est vide.")

# La fin du journal se compare a l'empreinte notee ailleurs : argument, ou backup.json ou archive.json a cote.
expected = []
if len(sys.argv) > 2:
    expected.append(("attendue", sys.argv[2].strip().lower()))
for name in ("backup.json", "archive.json"):
    file = os.path.join(os.path.dirname(os.path.abspath(path)), name)
    if os.path.exists(file):
        with open(file, encoding="utf-8") as manifest:
            expected.append(("de " + name, json.load(manifest).get("chainHash")))
for name, value in expected:
    if value != previous:
        fail("la derniere empreinte est %s, celle %s est %s. Des lignes manquent a la fin, ou ce journal en est un autre." % (previous, name, value))

# Les documents ranges a cote : chacun est compare au journal, puis a son nom (sauvegarde) ou a index.csv (archive).
folder = os.path.join(os.path.dirname(os.path.abspath(path)), "documents")
documents = []
index = os.path.join(folder, "index.csv")
listed = b""
if os.path.exists(index):
    with open(index, "rb") as lines:
        listed = lines.read()
for place, _folders, names in os.walk(folder):
    for entry in sorted(names):
        file = os.path.join(place, entry)
        if file == index:
            continue
        digest = hashlib.sha256()
        with open(file, "rb") as content:
            for piece in iter(lambda: content.read(1048576), b""):
                digest.update(piece)
        value = digest.hexdigest().encode("ascii")
        name = os.path.splitext(entry)[0].encode("utf-8", "replace")
        is_hash = re.match(rb"[0-9a-f]{64}\Z", name) is not None
        if name != value if is_hash else value not in known and value not in listed:
            fail("documents : %s a ete modifie, son empreinte est %s." % (entry.encode("ascii", "replace").decode("ascii"), value.decode("ascii")))
        documents.append(value)

last = json.loads(body.decode("utf-8"))
print("Journal entier : %d modification(s)." % (number - 1))
if last.get("at"):
    print("Derniere modification : " + last["at"])
print("Derniere empreinte : " + previous)
if os.path.isdir(folder):
    in_journal = len([value for value in documents if value in known])
    print("Documents : %d conforme(s) au journal, %d dont il ne dit rien." % (in_journal, len(documents) - in_journal))
    for value in cited:
        if value not in documents:
            print("Document cite par le journal, absent ici : " + value.decode("ascii"))
if not expected:
    print("Comparez cette empreinte a celle que vous avez notee : elle seule prouve que rien ne manque a la fin.")
`;
